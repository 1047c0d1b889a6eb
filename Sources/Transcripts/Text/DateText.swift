/// Finds dates in the ways in which people write them, as ISO: `2024年11月30日`, `2024/11/3`, `November 30, 2024`.
enum DateText {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The first date of a line, as precise as it is written; `nil` if there is none.
  static func first(in line: ArraySlice<UInt8>) -> String? {
    let line = line.prefix(400)
    for position in line.indices {
      let isDigit = ClockStamp.isDigit(line[position])
      guard isDigit || isLetter(line[position]) else { continue }
      if position > line.startIndex {
        let before = line[position - 1]
        if isDigit ? ClockStamp.isDigit(before) : isLetter(before) { continue }
      }
      var rest = line[position...]
      if isDigit, let date = numeric(&rest) ?? dayFirst(rest) { return date }
      if !isDigit, let date = monthFirst(rest) { return date }
    }
    return nil
  }

  /// A date with year, month and day at the start of a slice, which is moved behind it and the space or `T` that follows.
  static func leading(_ rest: inout ArraySlice<UInt8>) -> String? {
    var scan = rest
    guard let date = numeric(&scan), date.utf8.count == 10 else { return nil }
    rest = scan.first == UInt8(ascii: "T") ? scan.dropFirst() : scan.drop { $0 == 0x20 }
    return date
  }

  /// `2024-11-30`, `2024/1/2`, `2024.11.30`, `2024年11月30日`, `2024-11`, `2024年11月`.
  private static func numeric(_ rest: inout ArraySlice<UInt8>) -> String? {
    var scan = rest
    guard rest.prefix(5).prefix(while: ClockStamp.isDigit).count == 4,
      let year = number(&scan, digits: 4...4), (1900...2199).contains(year),
      let separator = separator(&scan, of: ["-", "/", ".", "年"]),
      let month = number(&scan, digits: 1...2)
    else { return nil }
    let yearMonth = NameDate.checked(year, month, nil)
    rest = scan
    let wanted = separator == "年" ? "月" : separator
    guard Self.separator(&scan, of: [wanted]) != nil else {
      // 3.5 and 2024.11 are numbers as well.
      return separator == "." || separator == "/" ? nil : yearMonth
    }
    if separator == "年" { rest = scan }
    guard let day = number(&scan, digits: 1...2) else { return yearMonth }
    guard let date = NameDate.checked(year, month, day) else { return nil }
    _ = separator == "年" ? Self.separator(&scan, of: ["日", "号", "號"]) : nil
    rest = scan
    return date
  }

  /// `November 30, 2024`, `Nov 30 2024`.
  private static func monthFirst(_ text: ArraySlice<UInt8>) -> String? {
    var scan = text
    guard let month = month(&scan) else { return nil }
    scan = scan.drop { $0 == 0x20 || $0 == UInt8(ascii: ".") }
    guard let day = number(&scan, digits: 1...2) else { return nil }
    scan = scan.drop { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    guard let year = number(&scan, digits: 4...4) else { return nil }
    return NameDate.checked(year, month, day)
  }

  /// `30 November 2024`.
  private static func dayFirst(_ text: ArraySlice<UInt8>) -> String? {
    var scan = text
    guard let day = number(&scan, digits: 1...2), scan.first == 0x20 else { return nil }
    scan = scan.drop { $0 == 0x20 }
    guard let month = month(&scan) else { return nil }
    scan = scan.drop { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    guard let year = number(&scan, digits: 4...4) else { return nil }
    return NameDate.checked(year, month, day)
  }

  private static func month(_ scan: inout ArraySlice<UInt8>) -> Int? {
    let name = scan.prefix(9).prefix(while: isLetter)
    let start = name.prefix(3).string.lowercased()
    guard let index = months.firstIndex(of: start) else { return nil }
    scan = scan.dropFirst(name.count)
    return index + 1
  }

  private static func number(
    _ scan: inout ArraySlice<UInt8>, digits wanted: ClosedRange<Int>
  ) -> Int? {
    let digits = scan.prefix(wanted.upperBound + 1).prefix(while: ClockStamp.isDigit)
    guard wanted.contains(digits.count) else { return nil }
    scan = scan.dropFirst(digits.count)
    return TimeCode.digits(digits)
  }

  private static func separator(
    _ scan: inout ArraySlice<UInt8>, of wanted: [String]
  ) -> String? {
    guard let found = wanted.first(where: { scan.starts(with: $0.utf8) }) else { return nil }
    scan = scan.dropFirst(found.utf8.count)
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  /// The days from one ISO date to another, by the number of each day.
  static func days(from first: String, to second: String) -> Int {
    number(of: second) - number(of: first)
  }

  /// The number of a day in the civil calendar (Howard Hinnant's `days_from_civil`).
  private static func number(of date: String) -> Int {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return 0 }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
  }
}
