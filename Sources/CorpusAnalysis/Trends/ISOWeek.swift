import InvertedIndex

/// A week of ISO 8601, from Monday to Sunday; it belongs to the year that has its Thursday.
struct ISOWeek: Hashable {
  /// Weeks since the one that has 1970-01-01, a Thursday.
  let number: Int

  init(number: Int) { self.number = number }

  /// - Parameter day: counted from 1970-01-01.
  init(ofDay day: Int) {
    let fromMonday = day + 3
    number = (fromMonday - (fromMonday % 7 + 7) % 7) / 7
  }

  /// Parses `2024-W07`; `nil` for what is no week, such as the 53rd of a year with 52.
  init?(_ label: String) {
    let parts = label.split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let week = Int(parts[1]) else { return nil }
    // The first week is the one with January 4.
    self.init(number: ISOWeek(ofDay: PartialDate.day(year, 1, 4)).number + week - 1)
    guard self.label == label else { return nil }
  }

  /// The week as ISO 8601 writes it: `2024-W07`.
  var label: String {
    let thursday = 7 * number
    let year = PartialDate.date(ofDay: thursday).year
    let week = (thursday - PartialDate.day(year, 1, 1)) / 7 + 1
    return "\(year.padded(4))-W\(week.padded(2))"
  }
}

extension Int {
  /// The number with zeros before it, up to a number of digits.
  func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
