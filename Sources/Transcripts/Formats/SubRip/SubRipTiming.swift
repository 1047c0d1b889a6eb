/// The line with the times of a SubRip cue, as people and programs write it.
struct SubRipTiming {
  /// In milliseconds; below zero where a minus says so.
  let start: Int
  let end: Int

  /// Parses `00:00:01,000 --> 00:00:02,500 X1:40`: hours and fractions may be missing, separators may be
  /// full-width or have spaces around, and the arrow may be shorter. `nil` where the line is none.
  init?(_ line: ArraySlice<UInt8>) {
    if let times = Self.usualTimes(line) {
      (start, end) = times
      return
    }
    // Most other lines are text.
    guard let first = line.first, first <= UInt8(ascii: "9") else { return nil }
    var cursor = ByteCursor(line)
    guard let start = Self.time(&cursor) else { return nil }
    cursor.skipSpaces()
    guard let isWhole = Self.takeArrow(&cursor) else { return nil }
    guard let end = Self.time(&cursor) else { return nil }
    guard isWhole || start.hasFraction && end.hasFraction else { return nil }
    guard cursor.byte ?? 0x20 <= 0x20 else { return nil }
    (self.start, self.end) = (start.value, end.value)
  }

  /// The times of a line that is written as most are: `00:00:01,000 --> 00:00:02,500`.
  private static func usualTimes(_ line: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
    guard line.count == 29 else { return nil }
    return line.withUnsafeBytes { bytes in
      // ` -->` as one number, and the space behind it.
      guard bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self).bigEndian == 0x202D_2D3E,
        bytes[16] == 0x20,
        let start = TimeCode.usualClock(bytes, at: 0, point: UInt8(ascii: ",")),
        let end = TimeCode.usualClock(bytes, at: 17, point: UInt8(ascii: ","))
      else { return nil }
      return (start, end)
    }
  }

  /// Passes over `-->`, `->`, `- >` or `—>`, as word processors make it, and says whether it is the first of them.
  private static func takeArrow(_ cursor: inout ByteCursor) -> Bool? {
    if cursor.take("-->") { return true }
    if cursor.take("—>") || cursor.take("–>") { return false }
    guard cursor.take(UInt8(ascii: "-")) else { return nil }
    repeat { cursor.skipSpaces() } while cursor.take(UInt8(ascii: "-"))
    return cursor.take(UInt8(ascii: ">")) ? false : nil
  }

  /// `[-][h:]mm:ss[,fff]`, or with `:` before the fraction.
  private static func time(_ cursor: inout ByteCursor) -> (value: Int, hasFraction: Bool)? {
    cursor.skipSpaces()
    let isNegative = cursor.take(UInt8(ascii: "-"))
    let first = cursor.digits()
    guard 1...9 ~= first.count else { return nil }
    var (seconds, colons, fraction) = (first.value, 0, Int?.none)
    while fraction == nil, takeSeparator(&cursor, isColon: true) {
      let start = cursor.position
      let part = cursor.digits()
      guard 1...9 ~= part.count else { return nil }
      colons += 1
      if colons == 3 {
        fraction = thousandths(cursor.bytes[start..<cursor.position])
      } else {
        seconds = seconds * 60 + part.value
      }
    }
    guard colons > 0 else { return nil }
    if fraction == nil, takeSeparator(&cursor, isColon: false) {
      let start = cursor.position
      guard cursor.digits().count > 0 else { return nil }
      fraction = thousandths(cursor.bytes[start..<cursor.position])
    }
    let time = seconds * 1000 + (fraction ?? 0)
    return (isNegative ? -time : time, fraction != nil)
  }

  /// The digits of a fraction; those after the third are dropped.
  private static func thousandths(_ digits: ArraySlice<UInt8>) -> Int {
    let value = digits.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value * [100, 10, 1][min(digits.count, 3) - 1]
  }

  /// Passes over a separator and the spaces around it, if one is next.
  private static func takeSeparator(_ cursor: inout ByteCursor, isColon: Bool) -> Bool {
    guard let byte = cursor.byte else { return false }
    var ahead = cursor
    if byte == 0x20 || byte == 0x09 { ahead.skipSpaces() }
    let isTaken =
      isColon
      ? ahead.take(UInt8(ascii: ":")) || ahead.take("：")
      : ahead.take(UInt8(ascii: ",")) || ahead.take(UInt8(ascii: ".")) || ahead.take("，")
        || ahead.take("．") || ahead.take("。")
    guard isTaken else { return false }
    ahead.skipSpaces()
    cursor = ahead
    return true
  }
}
