/// Parses the ways in which transcripts write times; all results are milliseconds, as they are written: below
/// zero, or later than an index can store.
enum TimeCode {
  /// A clock time: `[h:]mm:ss` with a fraction after `.` or `,`, which SubRip, WebVTT and CSV
  /// share. Digits after the third of a fraction are dropped.
  static func clock(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = bytes.trimmed
    let isNegative = text.first == UInt8(ascii: "-")
    var rest = isNegative ? text.dropFirst() : text
    var total = 0
    var colons = 0
    while let colon = rest.offset(of: UInt8(ascii: ":")) {
      guard let value = digits(rest[..<colon]) else { return nil }
      total = total * 60 + value
      colons += 1
      guard colons <= 2 else { return nil }
      rest = rest[(colon + 1)...]
    }
    guard colons > 0, let seconds = decimal(rest) else { return nil }
    let time = total * 60_000 + seconds
    return isNegative ? -time : time
  }

  /// The time `00:00:00,000` that stands at a place, as programs write most; `nil` where something else does.
  static func usualClock(_ bytes: UnsafeRawBufferPointer, at place: Int, point: UInt8) -> Int? {
    let colon = UInt8(ascii: ":")
    guard place + 12 <= bytes.count, bytes[place + 2] == colon, bytes[place + 5] == colon,
      bytes[place + 8] == point
    else { return nil }
    var isNumber = true
    func digit(_ offset: Int) -> Int {
      let value = bytes[place + offset] &- 0x30
      if value > 9 { isNumber = false }
      return Int(value)
    }
    let hours = digit(0) * 10 + digit(1)
    let minutes = hours * 60 + digit(3) * 10 + digit(4)
    let seconds = minutes * 60 + digit(6) * 10 + digit(7)
    let time = seconds * 1000 + digit(9) * 100 + digit(10) * 10 + digit(11)
    return isNumber ? time : nil
  }

  /// Seconds with a fraction, in thousandths: `12`, `12.5`, `12,480`.
  static func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
    let point = bytes.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard let seconds = digits(bytes[..<(point ?? bytes.endIndex)]) else { return nil }
    guard let point else { return seconds * 1000 }
    let fraction = bytes[(point + 1)...]
    guard digits(fraction.prefix(9)) != nil else { return nil }
    let thousandths = fraction.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let scale = [100, 10, 1][min(fraction.count, 3) - 1]
    return seconds * 1000 + thousandths * scale
  }

  /// One to nine digits and nothing else.
  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Digits and perhaps a decimal point, fifteen digits at most: most numbers, without a string. Whole number and
  /// power of ten are exact, so the quotient is the nearest one.
  static func plainNumber(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: Double, hasPoint: Bool)? {
    guard 1...16 ~= bytes.count, bytes.first != UInt8(ascii: ".") else { return nil }
    var (number, scale, hasPoint) = (0, 1, false)
    for byte in bytes {
      if ClockStamp.isDigit(byte) {
        number = number * 10 + Int(byte - 0x30)
        if hasPoint { scale *= 10 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
    }
    return (hasPoint ? Double(number) / Double(scale) : Double(number), hasPoint)
  }

  /// A number as Swift reads it from a string.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    plainNumber(bytes)?.value ?? Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Seconds as a floating-point number, as JSON has them.
  static func seconds(_ seconds: Double?) -> Int? {
    guard let seconds, seconds.isFinite else { return nil }
    return Int(max(-1e12, min(seconds * 1000, 1e12)).rounded())
  }

  /// Milliseconds as a floating-point number.
  static func milliseconds(_ milliseconds: Double?) -> Int? {
    seconds(milliseconds.map { $0 / 1000 })
  }
}
