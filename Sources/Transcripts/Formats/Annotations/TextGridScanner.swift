/// Finds what counts in the text files of Praat: numbers, quoted texts and flags that stand free, between white
/// space. All else, such as `intervals [1]:` and `xmin =`, and comments after `!`, is for people.
struct TextGridScanner {
  enum Token {
    case number(Double)
    case text(ArraySlice<UInt8>, hasQuotes: Bool)
    case flag
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The line, from 1, on which the last token began.
  private(set) var line = 1
  private var counted = 0
  private var ahead: Token?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    if let token = ahead {
      ahead = nil
      return token
    }
    while position < bytes.count {
      let first = bytes[position]
      if first <= 0x20 {
        position += 1
      } else if first == UInt8(ascii: "\"") {
        return quoted()
      } else if first == UInt8(ascii: "!") {
        position = bytes[position...].offset(of: 0x0A) ?? bytes.count
      } else if let token = word() {
        return token
      }
    }
    return nil
  }

  /// A number, if that is next.
  mutating func number() -> Double? {
    let token = next()
    if case .number(let value) = token { return value }
    ahead = token
    return nil
  }

  /// A text, with its doubled quotation marks as single ones, if that is next.
  mutating func text() -> ArraySlice<UInt8>? {
    let token = next()
    if case .text(let text, let hasQuotes) = token {
      return hasQuotes ? Self.unquoted(text)[...] : text
    }
    ahead = token
    return nil
  }

  /// Passes a text with its quotation marks; one that is not closed reaches to the end.
  private mutating func quoted() -> Token {
    countLines()
    var end = position + 1
    var hasQuotes = false
    while let mark = bytes[end...].offset(of: UInt8(ascii: "\"")) {
      guard mark + 1 < bytes.count, bytes[mark + 1] == UInt8(ascii: "\"") else {
        defer { position = mark + 1 }
        return .text(bytes[(position + 1)..<mark], hasQuotes: hasQuotes)
      }
      hasQuotes = true
      end = mark + 2
    }
    defer { position = bytes.count }
    return .text(bytes[(position + 1)...], hasQuotes: hasQuotes)
  }

  private mutating func word() -> Token? {
    let start = position
    while position < bytes.count, bytes[position] > 0x20 { position += 1 }
    let word = bytes[start..<position]
    if word.first == UInt8(ascii: "<"), word.last == UInt8(ascii: ">") { return .flag }
    guard word.count < 40, let first = word.first,
      ClockStamp.isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    else { return nil }
    let number = word.withUnsafeBufferPointer(TimeCode.number)
    return number.flatMap { $0.isFinite ? .number($0) : nil }
  }

  private mutating func countLines() {
    bytes.withUnsafeBufferPointer { bytes in
      for place in counted..<position where bytes[place] == 0x0A { line += 1 }
    }
    counted = position
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { words.append(byte) }
    }
    return words
  }
}
