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

  private static let dashes = ["-->", "->", "-", "–", "—", "~", "～", "至", "到", "→"].map {
    Array($0.utf8)
  }

  /// Reads a stamp at a position of a line; `nil` if none begins there.
  init?(_ line: ArraySlice<UInt8>, at position: Int) {
    guard position < line.endIndex else { return nil }
    var rest = line[position...]
    let bracket = Self.bracket(rest)
    if let bracket { rest = rest.dropFirst(bracket.length).drop { $0 == 0x20 } }
    guard rest.first.map(Self.isDigit) ?? false else { return nil }
    date = DateText.leading(&rest)
    guard let first = Self.clock(&rest) else { return nil }
    let hasDate = date != nil
    (start, parts) = (Self.time(first, hasDate), first.parts)
    end = Self.rangeEnd(&rest).map { Self.time($0, hasDate) }
    if let bracket {
      rest = rest.drop { $0 == 0x20 }
      guard rest.starts(with: bracket.close.utf8) else { return nil }
      rest = rest.dropFirst(bracket.length)
    }
    isBracketed = bracket != nil
    next = rest.startIndex
    // 10:30 in 10:30pm, 1:2:3:4 or 12:30% is none.
    guard isBracketed || rest.first.map(Self.mayFollow) ?? true else { return nil }
  }

  /// The bracket at the start, and the one that closes it.
  private static func bracket(
    _ text: ArraySlice<UInt8>
  ) -> (length: Int, close: String)? {
    switch text.first {
    case UInt8(ascii: "["): (1, "]")
    case UInt8(ascii: "("): (1, ")")
    case 0xEF where text.starts(with: "（".utf8): (3, "）")
    case 0xE3 where text.starts(with: "【".utf8): (3, "】")
    default: nil
    }
  }

  /// What may stand right after a bare time.
  private static func mayFollow(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80
      || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "|")]
        .contains(byte)
  }

  /// `m:ss`, `mm:ss` or `h:mm:ss`, with a fraction after `.` or `,`; seconds and middle minutes have two digits.
  private static func clock(_ rest: inout ArraySlice<UInt8>) -> (time: Int, parts: Int)? {
    var scan = rest
    guard let first = digits(&scan, atMost: 3) else { return nil }
    var (seconds, parts) = (first.value, 1)
    while parts < 3, beginsWithColon(scan) {
      scan = scan.dropFirst()
      guard let number = digits(&scan, atMost: 2), number.count == 2, number.value < 60 else {
        return nil
      }
      (seconds, parts) = (seconds * 60 + number.value, parts + 1)
    }
    // A fourth number makes it something else, such as a time in frames.
    guard parts >= 2, !beginsWithColon(scan) else { return nil }
    rest = scan
    return (seconds * 1000 + fraction(&rest), parts)
  }

  /// Whether a colon and a digit come next.
  private static func beginsWithColon(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: ":") && text.dropFirst().first.map(isDigit) ?? false
  }

  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int {
    guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else {
      return 0
    }
    var scan = rest.dropFirst()
    guard let number = digits(&scan, atMost: 9) else { return 0 }
    rest = scan
    var (value, count) = (number.value, number.count)
    while count > 3 { (value, count) = (value / 10, count - 1) }
    while count < 3 { (value, count) = (value * 10, count + 1) }
    return value
  }

  /// Two numbers beside a date are no minutes and seconds.
  private static func time(_ clock: (time: Int, parts: Int), _ hasDate: Bool) -> Int {
    hasDate && clock.parts == 2 ? clock.time * 60 : clock.time
  }

  private static func rangeEnd(
    _ rest: inout ArraySlice<UInt8>
  ) -> (time: Int, parts: Int)? {
    var scan = rest.drop { $0 == 0x20 }
    guard let first = scan.first, first > 0x20, !isDigit(first),
      let dash = dashes.first(where: { scan.starts(with: $0) })
    else { return nil }
    scan = scan.dropFirst(dash.count).drop { $0 == 0x20 }
    guard let end = clock(&scan) else { return nil }
    rest = scan
    return end
  }

  private static func digits(
    _ rest: inout ArraySlice<UInt8>, atMost most: Int
  ) -> (value: Int, count: Int)? {
    let digits = rest.prefix(most).prefix(while: isDigit)
    guard let value = TimeCode.digits(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    return (value, digits.count)
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

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
