/// Parses moments and lengths of a recording as people write them.
public enum RecordingTime {
  /// The latest time that a cue may have, in milliseconds.
  public static let last = Int(Int32.max)

  /// A clock time (`1:02:03`, `62:03.5`), seconds (`90`), or numbers with units (`90s`, `10min`, `1h30m`).
  ///
  /// - Returns: milliseconds from 0 to `last`; `nil` for anything else.
  public static func milliseconds(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    let time = bytes.contains(UInt8(ascii: ":")) ? clock(bytes) : units(bytes)
    return time.flatMap { (0...last).contains($0) ? $0 : nil }
  }

  /// `[h:]mm:ss[.fff]`; only the first part may be 60 or more.
  private static func clock(_ bytes: [UInt8]) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let seconds = thousandths(parts[parts.count - 1]),
      seconds < 60_000
    else { return nil }
    var minutes = 0
    for (index, part) in parts.dropLast().enumerated() {
      guard let value = digits(part), index == 0 || value < 60 else { return nil }
      minutes = minutes * 60 + value
    }
    return minutes * 60_000 + seconds
  }

  private static let unitLengths: [String: Int] = [
    "h": 3_600_000, "hr": 3_600_000, "m": 60_000, "min": 60_000, "": 1_000, "s": 1_000,
    "sec": 1_000, "ms": 1,
  ]

  /// Numbers, each with its unit; the longer unit comes first.
  private static func units(_ bytes: [UInt8]) -> Int? {
    var rest = bytes[...]
    var (total, lastLength) = (0, Int.max)
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
      let unit = rest[number.endIndex...].prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
      rest = rest[unit.endIndex...]
      guard let value = thousandths(number),
        let length = unitLengths[String(decoding: unit, as: UTF8.self)], length < lastLength
      else { return nil }
      (total, lastLength) = (total + value * length / 1000, length)
    }
    return total
  }

  /// A number with up to nine digits before the point, times a thousand; digits after the third decimal are dropped.
  private static func thousandths(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap(digits) else { return nil }
    guard parts.count == 2 else { return whole * 1000 }
    guard digits(parts[1].prefix(9)) != nil, parts[1].allSatisfy(isDigit) else { return nil }
    let decimals = parts[1].prefix(3)
    let value = decimals.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return whole * 1000 + value * [100, 10, 1][decimals.count - 1]
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
