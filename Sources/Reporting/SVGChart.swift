/// Draws small charts as SVG, for the lines of a table.
public enum SVGChart {
  private static let height = 16.0

  /// A horizontal bar.
  ///
  /// - Parameter share: of the widest one, from 0 to 1.
  public static func bar(_ share: Double, width: Int = 120) -> String {
    let filled = max(share > 0 ? 1 : 0, Double(width) * min(1, max(0, share)))
    return open(width, "bar")
      + "<rect x=\"0\" y=\"3\" width=\"\(number(filled))\" height=\"10\"/></svg>"
  }

  /// A line through the values, with gaps where there are none; a single value is a dot.
  public static func sparkline(_ values: [Double?], width: Int = 120, label: String) -> String {
    let highest = max(values.compactMap(\.self).max() ?? 0, .leastNormalMagnitude)
    let step = values.count > 1 ? Double(width - 4) / Double(values.count - 1) : 0
    func point(_ index: Int, _ value: Double) -> String {
      let y = 2 + (height - 4) * (1 - max(0, value) / highest)
      return "\(number(2 + Double(index) * step)),\(number(y))"
    }
    var svg = open(width, "line") + "<title>\(HTMLText.escaped(label))</title>"
    for run in runs(values) {
      if run.count == 1, let value = values[run.lowerBound] {
        let place = point(run.lowerBound, value).split(separator: ",")
        svg += "<circle cx=\"\(place[0])\" cy=\"\(place[1])\" r=\"1.5\"/>"
      } else {
        let points = run.map { point($0, values[$0] ?? 0) }.joined(separator: " ")
        svg += "<polyline points=\"\(points)\"/>"
      }
    }
    return svg + "</svg>"
  }

  /// Where values stand without a gap.
  private static func runs(_ values: [Double?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in values.indices where values[index] != nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private static func open(_ width: Int, _ name: String) -> String {
    "<svg class=\"\(name)\" width=\"\(width)\" height=\"16\" viewBox=\"0 0 \(width) 16\" role=\"img\">"
  }

  private static func number(_ value: Double) -> String { FixedDecimal.format(value, places: 1) }
}
