/// A date of the Gregorian calendar, as precise as it is known: a day, a month or a year.
package struct PartialDate: Hashable, Sendable {
  /// The days that it may be, counted from 1970-01-01; one day where the date is known exactly.
  package let days: ClosedRange<Int>

  /// Parses an ISO date: `2024-11-30`, `2024-11` or `2024`; `nil` for anything else.
  ///
  /// A day that its month does not have, such as `2023-02-31`, is the month's last day.
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4) else {
      return nil
    }
    guard parts.count > 1 else {
      days = Self.day(year, 1, 1)...Self.day(year, 12, 31)
      return
    }
    guard let month = Self.number(parts[1], digits: 2), (1...12).contains(month) else {
      return nil
    }
    let length = Self.length(year, month)
    guard parts.count > 2 else {
      days = Self.day(year, month, 1)...Self.day(year, month, length)
      return
    }
    guard let day = Self.number(parts[2], digits: 2), (1...31).contains(day) else { return nil }
    let number = Self.day(year, month, min(day, length))
    days = number...number
  }

  /// Whether the day is known.
  package var isDay: Bool { days.count == 1 }

  private static func number(_ text: some Collection<UInt8>, digits: Int) -> Int? {
    guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return text.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    let (nextYear, next) = month == 12 ? (year + 1, 1) : (year, month + 1)
    return day(nextYear, next, 1) - day(year, month, 1)
  }

  /// The number of a day, counted from 1970-01-01.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that
  /// a leap day is the last day of its year.
  package static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The year, month and day of a day's number; the inverse of `day`.
  package static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
