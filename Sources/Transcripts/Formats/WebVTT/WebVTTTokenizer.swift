/// Takes the text of a WebVTT cue apart, as section 6.4.1 of the specification does.
struct WebVTTTokenizer {
  enum Token {
    case text(ArraySlice<UInt8>)
    /// What a character reference stands for.
    case reference([UInt8])
    case tag(Tag)
  }

  /// A tag.
  struct Tag {
    var isEnd = false
    var name: ArraySlice<UInt8> = []
    /// What stands behind the name and its classes, as it is written.
    var annotation: ArraySlice<UInt8> = []
    /// In milliseconds, where it is a timestamp: such a tag has no name.
    var time: Int?

    /// Whether it begins a part of the text that is to look otherwise: not a voice, nor a timestamp.
    var isHighlight: Bool {
      guard !isEnd, let first = name.first else { return false }
      return first != UInt8(ascii: "v") && first != UInt8(ascii: "r") && first != UInt8(ascii: "l")
    }
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Whether the last tag has no `>`, so that all behind `<` belongs to it.
  private(set) var isCutShort = false

  init(_ bytes: ArraySlice<UInt8>, at position: Int) {
    (self.bytes, self.position) = (bytes, position)
  }

  mutating func next() -> Token? {
    guard position < bytes.endIndex else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "<"): return .tag(nextTag())
    case UInt8(ascii: "&"): return nextReference()
    default:
      let start = position
      position = bytes.markup(from: start) ?? bytes.endIndex
      return .text(bytes[start..<position])
    }
  }

  private mutating func nextReference() -> Token {
    if let reference = CharacterReference(bytes[position...], needsSemicolon: false) {
      position += reference.length
      return .reference(reference.text)
    }
    position += 1
    return .text(bytes[position - 1..<position])
  }

  private mutating func nextTag() -> Tag {
    let close = bytes[position...].offset(of: UInt8(ascii: ">"))
    let content = bytes[(position + 1)..<(close ?? bytes.endIndex)]
    position = close.map { $0 + 1 } ?? bytes.endIndex
    if close == nil { isCutShort = true }
    switch content.first {
    case UInt8(ascii: "/"): return Tag(isEnd: true, name: content.dropFirst())
    case .some(0x30...0x39): return Tag(time: Self.timestamp(content))
    default: return Self.startTag(content)
    }
  }

  /// A timestamp and nothing else.
  private static func timestamp(_ content: ArraySlice<UInt8>) -> Int? {
    var cursor = ByteCursor(content)
    let time = WebVTTTiming.timestamp(&cursor)
    return cursor.isAtEnd ? time : nil
  }

  /// `name.class.class annotation`
  private static func startTag(_ content: ArraySlice<UInt8>) -> Tag {
    let name = content.prefix { !isSpace($0) && $0 != UInt8(ascii: ".") }
    return Tag(name: name, annotation: content[name.endIndex...].drop { !isSpace($0) })
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C
  }
}

extension ArraySlice<UInt8> {
  /// The place of the first `<` or `&` from a place on.
  func markup(from start: Int) -> Int? {
    self[start...].withUnsafeBytes { bytes in
      bytes.firstASCII { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }.map { start + $0 }
  }
}
