/// A time as people and programs put it beside text: `00:01`, `[1:02:03.5]`, `(00:01 - 00:05)`,
/// `2024-11-30 15:00:07`.
struct ClockStamp {
  /// In milliseconds, from midnight where there is a date.
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

  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    ("[", "]"), ("(", ")"), ("（", "）"), ("【", "】"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let dashes = ["-->", "->", "-", "–", "—", "~", "～", "至", "到", "→"].map {
    Array($0.utf8)
  }

  /// Reads a stamp at a position of a line; `nil` if none begins there.
  init?(_ line: ArraySlice<UInt8>, at position: Int) {
    guard position < line.endIndex else { return nil }
    var rest = line[position...]
    let bracket = Self.brackets.first { rest.starts(with: $0.open) }
    if let bracket { rest = rest.dropFirst(bracket.open.count).drop { $0 == 0x20 } }
    date = DateText.leading(&rest)
    guard let first = Self.clock(&rest) else { return nil }
    (start, parts) = (first.time, first.parts)
    end = Self.rangeEnd(&rest)
    if let bracket {
      rest = rest.drop { $0 == 0x20 }
      guard rest.starts(with: bracket.close) else { return nil }
      rest = rest.dropFirst(bracket.close.count)
    }
    isBracketed = bracket != nil
    next = rest.startIndex
    // 10:30 in 10:30pm, 1:2:3:4 or 12:30% is none.
    guard isBracketed || rest.first.map(Self.mayFollow) ?? true else { return nil }
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
    var numbers: [Int] = []
    while numbers.count < 3, let number = digits(&scan, atMost: numbers.isEmpty ? 3 : 2) {
      guard numbers.isEmpty || number.count == 2 else { return nil }
      numbers.append(number.value)
      guard scan.first == UInt8(ascii: ":"), numbers.count < 3, let next = scan.dropFirst().first,
        isDigit(next)
      else { break }
      scan = scan.dropFirst()
    }
    guard numbers.count >= 2, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    // A fourth number makes it something else, such as a time in frames.
    if scan.first == UInt8(ascii: ":"), let next = scan.dropFirst().first, isDigit(next) {
      return nil
    }
    let seconds = numbers.reduce(0) { $0 * 60 + $1 }
    rest = scan
    return (seconds * 1000 + fraction(&rest), numbers.count)
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

  private static func rangeEnd(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var scan = rest.drop { $0 == 0x20 }
    guard let dash = dashes.first(where: { scan.starts(with: $0) }) else { return nil }
    scan = scan.dropFirst(dash.count).drop { $0 == 0x20 }
    guard let end = clock(&scan) else { return nil }
    rest = scan
    return end.time
  }

  private static func digits(
    _ rest: inout ArraySlice<UInt8>, atMost most: Int
  ) -> (value: Int, count: Int)? {
    let digits = rest.prefix(most).prefix(while: isDigit)
    guard let value = TimeCode.digits(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    return (value, digits.count)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
