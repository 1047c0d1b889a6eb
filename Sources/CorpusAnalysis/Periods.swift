/// Months, quarters or years one after the other, those without an episode among them too.
public struct Periods: Hashable, Sendable {
  /// In order of time.
  public let labels: [String]

  /// - Parameters:
  ///   - labels: of the periods that have episodes, as `Grouping` gives them; others are passed over.
  ///   - grouping: month, quarter or year.
  public init(from labels: some Sequence<String>, by grouping: Grouping) {
    let numbers = labels.compactMap { Self.number($0, grouping) }
    guard let first = numbers.min(), let last = numbers.max(), last - first < 100_000 else {
      self.labels = []
      return
    }
    self.labels = (first...last).map { Self.label($0, grouping) }
  }

  private static func perYear(_ grouping: Grouping) -> Int {
    switch grouping {
    case .month: 12
    case .quarter: 4
    default: 1
    }
  }

  private static func number(_ label: String, _ grouping: Grouping) -> Int? {
    guard let year = Int(label.prefix(4)) else { return nil }
    let perYear = perYear(grouping)
    guard perYear > 1 else { return year }
    let digits = label.dropFirst(grouping == .quarter ? 6 : 5)
    return Int(digits).flatMap { (1...perYear).contains($0) ? year * perYear + $0 - 1 : nil }
  }

  private static func label(_ number: Int, _ grouping: Grouping) -> String {
    let perYear = perYear(grouping)
    let year = String(number / perYear)
    let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
    let part = number % perYear + 1
    switch grouping {
    case .month: return padded + (part < 10 ? "-0" : "-") + String(part)
    case .quarter: return padded + "-Q" + String(part)
    default: return padded
    }
  }
}
