/// Prints times for people.
public enum ClockTime {
  /// Hours, minutes and whole seconds, rounded down: `1:02:03`; empty for a time below 0.
  public static func text(milliseconds: Int) -> String {
    guard milliseconds >= 0 else { return "" }
    let seconds = milliseconds / 1000
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
