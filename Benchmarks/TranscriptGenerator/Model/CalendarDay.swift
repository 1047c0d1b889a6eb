/// A day of the Gregorian calendar.
struct CalendarDay {
  /// Such as `2019-03-04`.
  let text: String

  /// - Parameter days: since 1970-01-01, not negative.
  ///
  /// As in Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`: years
  /// begin in March.
  init(_ days: Int) {
    let shifted = days + 719_468
    let (era, day) = (shifted / 146_097, shifted % 146_097)
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let date = (
      year: era * 400 + year + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1
    )
    text = "\(date.year)-\(Self.two(date.month))-\(Self.two(date.day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
