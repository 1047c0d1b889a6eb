/// Draws a series with block characters.
public enum Sparkline {
  private static let marks = Array("▁▂▃▄▅▆▇█")

  /// A mark for each value, as high as its share of the highest one; a gap where there is none.
  public static func text(_ values: [Double?]) -> String {
    let highest = values.compactMap(\.self).max() ?? 0
    return String(
      values.map { value in
        guard let value else { return " " }
        let share = highest > 0 ? max(0, value) / highest : 0
        return marks[min(marks.count - 1, Int(share * Double(marks.count - 1) + 0.5))]
      })
  }
}
