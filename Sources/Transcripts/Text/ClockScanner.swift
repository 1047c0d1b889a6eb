/// Walks the parts of a `ClockStamp` from left to right.
struct ClockScanner {
  private let line: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ line: ArraySlice<UInt8>, at position: Int) {
    (self.line, self.position) = (line, position)
  }

  /// The byte at the position; `nil` at the end.
  var byte: UInt8? { position < line.endIndex ? line[position] : nil }

  var isAtDigit: Bool { isDigit(at: position) }

  private func isDigit(at place: Int) -> Bool {
    place < line.endIndex && ClockStamp.isDigit(line[place])
  }

  private func begins(with bytes: StaticString) -> Bool {
    let count = bytes.utf8CodeUnitCount
    guard line.endIndex - position >= count else { return false }
    for index in 0..<count where line[position + index] != bytes.utf8Start[index] { return false }
    return true
  }

  private mutating func take(_ bytes: StaticString) -> Bool {
    guard begins(with: bytes) else { return false }
    position += bytes.utf8CodeUnitCount
    return true
  }

  private mutating func skipSpaces() {
    while byte == 0x20 { position += 1 }
  }

  /// Passes over a bracket at the position and the spaces after it.
  ///
  /// - Returns: the bracket that closes it.
  mutating func takeBracket() -> StaticString? {
    let close: StaticString
    switch byte {
    case UInt8(ascii: "[") where take("["): close = "]"
    case UInt8(ascii: "(") where take("("): close = ")"
    case 0xEF where take("（"): close = "）"
    case 0xE3 where take("【"): close = "】"
    default: return nil
    }
    skipSpaces()
    return close
  }

  /// Passes over spaces and a closing bracket, if it is next.
  mutating func takeEnd(of bracket: StaticString) -> Bool {
    skipSpaces()
    return take(bracket)
  }

  /// Passes over a date.
  mutating func takeDate() -> String? {
    // Dates begin with a year of four digits; times don't.
    guard isDigit(at: position + 1), isDigit(at: position + 2), isDigit(at: position + 3) else {
      return nil
    }
    var rest = line[position...]
    let date = DateText.leading(&rest)
    position = rest.startIndex
    return date
  }

  /// Passes over `m:ss`, `mm:ss` or `h:mm:ss`, with a fraction after `.` or `,`; seconds and middle minutes have two
  /// digits.
  mutating func takeClock() -> (time: Int, parts: Int)? {
    guard let first = digits(atMost: 3) else { return nil }
    var (seconds, parts) = (first.value, 1)
    while parts < 3, isAtColon {
      position += 1
      guard let number = digits(atMost: 2), number.count == 2, number.value < 60 else { return nil }
      (seconds, parts) = (seconds * 60 + number.value, parts + 1)
    }
    // A fourth number makes it something else, such as a time in frames.
    guard parts >= 2, !isAtColon else { return nil }
    return (seconds * 1000 + takeFraction(), parts)
  }

  /// Whether a colon and a digit come next.
  private var isAtColon: Bool { byte == UInt8(ascii: ":") && isDigit(at: position + 1) }

  private mutating func takeFraction() -> Int {
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), isDigit(at: position + 1) else {
      return 0
    }
    position += 1
    guard var (value, count) = digits(atMost: 9) else { return 0 }
    while count > 3 { (value, count) = (value / 10, count - 1) }
    while count < 3 { (value, count) = (value * 10, count + 1) }
    return value
  }

  /// Passes over a dash and the time after it, if they are next.
  mutating func takeRangeEnd() -> (time: Int, parts: Int)? {
    let before = position
    skipSpaces()
    if let byte, byte > 0x20, !ClockStamp.isDigit(byte), takeDash() {
      skipSpaces()
      if let end = takeClock() { return end }
    }
    position = before
    return nil
  }

  private mutating func takeDash() -> Bool {
    if let byte, byte < 0x80 { return take("-->") || take("->") || take("-") || take("~") }
    return take("–") || take("—") || take("～") || take("至") || take("到") || take("→")
  }

  /// Passes over digits.
  private mutating func digits(atMost most: Int) -> (value: Int, count: Int)? {
    var (value, count) = (0, 0)
    while count < most, let byte, ClockStamp.isDigit(byte) {
      (value, count) = (value * 10 + Int(byte - 0x30), count + 1)
      position += 1
    }
    return count > 0 ? (value, count) : nil
  }
}
