import InvertedIndex

/// Periods of one length, one after the other, those without an episode among them too.
public struct Periods: Hashable, Sendable {
  /// In order of time.
  public let labels: [String]

  /// - Parameters:
  ///   - labels: of the periods that have episodes, as `Grouping` gives them; others are passed over.
  ///   - grouping: day, week, month, quarter or year.
  public init(from labels: some Sequence<String>, by grouping: Grouping) {
    let numbers = labels.compactMap { Self.number($0, grouping) }
    guard let first = numbers.min(), let last = numbers.max(), last - first < 100_000 else {
      self.labels = []
      return
    }
    self.labels = (first...last).map { Self.label($0, grouping) }
  }

  /// The place of a period among all of its length.
  private static func number(_ label: String, _ grouping: Grouping) -> Int? {
    switch grouping {
    case .day: PartialDate(label).flatMap { $0.isDay ? $0.days.lowerBound : nil }
    case .week: ISOWeek(label)?.number
    case .month: part(of: label, after: 5, perYear: 12)
    case .quarter: part(of: label, after: 6, perYear: 4)
    default: Int(label.prefix(4))
    }
  }

  private static func part(of label: String, after digits: Int, perYear: Int) -> Int? {
    guard let year = Int(label.prefix(4)), let part = Int(label.dropFirst(digits)),
      (1...perYear).contains(part)
    else { return nil }
    return year * perYear + part - 1
  }

  private static func label(_ number: Int, _ grouping: Grouping) -> String {
    switch grouping {
    case .day:
      let date = PartialDate.date(ofDay: number)
      return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
    case .week: return ISOWeek(number: number).label
    case .month: return "\((number / 12).padded(4))-\((number % 12 + 1).padded(2))"
    case .quarter: return "\((number / 4).padded(4))-Q\(number % 4 + 1)"
    default: return number.padded(4)
    }
  }
}
