/// The times of a cue, as section 6.3 of the specification collects them.
struct WebVTTTiming {
  /// In milliseconds.
  let start: Int
  let end: Int

  /// Parses `00:01.000 --> 00:02.000 line:80%`; what follows the times is not looked at.
  init?(_ line: ArraySlice<UInt8>) {
    var cursor = ByteCursor(line)
    cursor.skipSpaces()
    guard let start = Self.timestamp(&cursor) else { return nil }
    cursor.skipSpaces()
    guard cursor.take("-->") else { return nil }
    cursor.skipSpaces()
    guard let end = Self.timestamp(&cursor) else { return nil }
    (self.start, self.end) = (start, end)
  }

  /// Collects a timestamp: hours of any length, which may be missing, two digits for minutes and for
  /// seconds, both below 60, and three for milliseconds.
  static func timestamp(_ cursor: inout ByteCursor) -> Int? {
    if let time = cursor.usualClock(point: UInt8(ascii: ".")) { return time }
    let first = cursor.digits()
    guard first.count > 0, cursor.take(UInt8(ascii: ":")) else { return nil }
    guard var seconds = pair(&cursor) else { return nil }
    var (hours, minutes) = (0, first.value)
    let isHours = first.count != 2 || first.value > 59
    if isHours || cursor.byte == UInt8(ascii: ":") {
      guard cursor.take(UInt8(ascii: ":")), let last = pair(&cursor) else { return nil }
      (hours, minutes, seconds) = (first.value, seconds, last)
    }
    guard cursor.take(UInt8(ascii: ".")) else { return nil }
    let fraction = cursor.digits()
    guard fraction.count == 3, minutes < 60, seconds < 60 else { return nil }
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction.value
  }

  private static func pair(_ cursor: inout ByteCursor) -> Int? {
    let digits = cursor.digits()
    return digits.count == 2 ? digits.value : nil
  }
}
