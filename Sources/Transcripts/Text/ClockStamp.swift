/// A time as people and programs put it beside text: `00:01`, `[1:02:03.5]`, `(00:01 - 00:05)`,
/// `2024-11-30 15:00:07`.
struct ClockStamp {
  /// In milliseconds, from midnight where there is a date: then two numbers are hours and minutes.
  let start: Int
  /// Where the stamp is a range.
  let end: Int?
  /// How many numbers the first time has: two or three.
  let parts: Int
  /// ISO, where a date stands before the time.
  let date: String?
  let isBracketed: Bool
  /// Where what follows the stamp begins.
  let next: Int

  /// Reads a stamp at a position of a line; `nil` if none begins there.
  init?(_ line: ArraySlice<UInt8>, at position: Int) {
    guard position < line.endIndex, Self.mayBegin(with: line[position]) else { return nil }
    var scan = ClockScanner(line, at: position)
    let bracket = scan.takeBracket()
    guard scan.isAtDigit else { return nil }
    date = scan.takeDate()
    guard let first = scan.takeClock() else { return nil }
    let hasDate = date != nil
    (start, parts) = (Self.time(first, hasDate), first.parts)
    end = scan.takeRangeEnd().map { Self.time($0, hasDate) }
    if let bracket {
      guard scan.takeEnd(of: bracket) else { return nil }
    }
    isBracketed = bracket != nil
    next = scan.position
    // 10:30 in 10:30pm, 1:2:3:4 or 12:30% is none.
    guard isBracketed || scan.byte.map(Self.mayFollow) ?? true else { return nil }
  }

  /// Whether a byte may be the first one of a stamp: a digit, or that of a bracket.
  static func mayBegin(with byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == 0xE3
      || byte == 0xEF
  }

  /// What may stand right after a bare time.
  private static func mayFollow(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "|")
  }

  /// Two numbers beside a date are no minutes and seconds.
  private static func time(_ clock: (time: Int, parts: Int), _ hasDate: Bool) -> Int {
    hasDate && clock.parts == 2 ? clock.time * 60 : clock.time
  }

  /// Where a colon stands between digits, as in every stamp.
  static func colon(in line: ArraySlice<UInt8>) -> Int? {
    var rest = line
    while let place = rest.offset(of: UInt8(ascii: ":")) {
      if place > line.startIndex, isDigit(line[place - 1]),
        line[(place + 1)...].first.map(isDigit) ?? false
      {
        return place
      }
      rest = line[(place + 1)...]
    }
    return nil
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
