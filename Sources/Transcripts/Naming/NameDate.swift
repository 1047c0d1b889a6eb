/// The date in a file's name.
enum NameDate {
  /// A date as ISO, and the bytes that are it.
  typealias Found = (date: String, range: Range<Int>)

  /// The date of a name; `nil` where it has none.
  ///
  /// - Complexity: O(n).
  static func find(in name: [UInt8], hasShortDates: Bool = false) -> Found? {
    var month: Found?
    for start in starts(in: name) {
      let found = date(name, at: start) ?? (hasShortDates ? short(name, at: start) : nil)
      guard let found else { continue }
      if start == 0 || found.date.utf8.count == 10 { return found }
      month = month ?? found
    }
    return month
  }

  /// Whether a name has a date of the form `24-03-05`.
  static func hasShort(_ name: [UInt8]) -> Bool {
    starts(in: name).contains { short(name, at: $0) != nil }
  }

  /// The value as a date, where it is nothing else.
  static func whole(_ text: String, hasShortDates: Bool = true) -> String? {
    let bytes = Array(text.utf8)
    guard let found = find(in: bytes, hasShortDates: hasShortDates), found.range == bytes.indices
    else { return nil }
    return found.date
  }

  /// The date as ISO if the calendar has it, from 1900 to 2199.
  static func checked(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard (1900...2199).contains(year), (1...12).contains(month),
      day.map({ (1...days(year, month)).contains($0) }) ?? true
    else { return nil }
    let digits = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(digits(month))" + (day.map { "-\(digits($0))" } ?? "")
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Where numbers begin.
  private static func starts(in name: [UInt8]) -> [Int] {
    name.indices.filter { index in
      ClockStamp.isDigit(name[index]) && (index == 0 || !ClockStamp.isDigit(name[index - 1]))
    }
  }

  private static func digits(_ name: [UInt8], at index: Int) -> Int {
    name[min(index, name.count)...].prefix(while: ClockStamp.isDigit).count
  }

  /// A number of so many digits, and no more.
  private static func number(_ name: [UInt8], at index: Int, digits wanted: ClosedRange<Int>)
    -> Int?
  {
    let count = digits(name, at: index)
    return wanted.contains(count) ? TimeCode.digits(name[index..<index + count]) : nil
  }

  private static func date(_ name: [UInt8], at start: Int) -> Found? {
    switch digits(name, at: start) {
    case 8: compact(name, at: start)
    case 4: parted(name, at: start) ?? han(name, at: start)
    default: nil
    }
  }

  /// `20241130`
  private static func compact(_ name: [UInt8], at start: Int) -> Found? {
    guard let year = TimeCode.digits(name[start..<start + 4]),
      let month = TimeCode.digits(name[start + 4..<start + 6]),
      let day = TimeCode.digits(name[start + 6..<start + 8]),
      let date = checked(year, month, day)
    else { return nil }
    return (date, start..<start + 8)
  }

  /// `2024-11-30`, `2024.11.30`, `2024_11_30`, `2024-11`
  private static func parted(_ name: [UInt8], at start: Int) -> Found? {
    guard start + 4 < name.count, "-._".utf8.contains(name[start + 4]),
      let year = number(name, at: start, digits: 4...4),
      let month = number(name, at: start + 5, digits: 2...2)
    else { return nil }
    let (separator, end) = (name[start + 4], start + 7)
    if end < name.count, name[end] == separator, digits(name, at: end + 1) > 0 {
      // `2024-11-3` is no month with a title of 3.
      guard let day = number(name, at: end + 1, digits: 2...2), let date = checked(year, month, day)
      else { return nil }
      return (date, start..<end + 3)
    }
    // 2024.11 is a number as well.
    guard separator == UInt8(ascii: "-"), let date = checked(year, month, nil) else { return nil }
    return (date, start..<end)
  }

  /// `2024年3月5日`, `2024年3月`
  private static func han(_ name: [UInt8], at start: Int) -> Found? {
    guard let year = number(name, at: start, digits: 4...4),
      let afterYear = end(of: ["年"], name, at: start + 4),
      let month = number(name, at: afterYear, digits: 1...2),
      let afterMonth = end(of: ["月"], name, at: afterYear + digits(name, at: afterYear))
    else { return nil }
    if let day = number(name, at: afterMonth, digits: 1...2),
      let end = end(of: ["日", "号", "號"], name, at: afterMonth + digits(name, at: afterMonth))
    {
      return checked(year, month, day).map { ($0, start..<end) }
    }
    return checked(year, month, nil).map { ($0, start..<afterMonth) }
  }

  /// `24-03-05`
  private static func short(_ name: [UInt8], at start: Int) -> Found? {
    guard start + 8 <= name.count, "-._".utf8.contains(name[start + 2]),
      name[start + 5] == name[start + 2], let year = number(name, at: start, digits: 2...2),
      let month = number(name, at: start + 3, digits: 2...2),
      let day = number(name, at: start + 6, digits: 2...2),
      let date = checked(2000 + year, month, day)
    else { return nil }
    return (date, start..<start + 8)
  }

  private static func end(of marks: [String], _ name: [UInt8], at index: Int) -> Int? {
    guard index <= name.count else { return nil }
    return marks.first { name[index...].starts(with: $0.utf8) }.map { index + $0.utf8.count }
  }
}
