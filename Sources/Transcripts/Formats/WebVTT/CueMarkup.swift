/// Takes tags, entities, override blocks and the readings of ruby out of the text of a subtitle.
struct CueMarkup {
  enum Dialect { case subRip, webVTT }

  /// A stretch of text by one voice.
  struct Voice {
    var speaker: String?
    var text: [UInt8] = []
  }

  private let dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
  }

  /// The text of a cue, split where `<v Name>` changes the speaker.
  func voices(in text: [UInt8]) -> [Voice] {
    var voices = [Voice()]
    var ruby = Ruby()
    var position = 0
    while position < text.count {
      if let tag = tag(in: text, at: position) {
        let name = name(of: text[tag.content])
        ruby.meet(name, isEnd: text[tag.content].first == UInt8(ascii: "/"))
        if let speaker = speaker(of: text[tag.content]) {
          voices.append(Voice(speaker: speaker))
          ruby = Ruby()
        }
        if name == "br" { voices[voices.count - 1].text.append(0x20) }
        position = tag.end
      } else if let entity = Self.entity(in: text, at: position) {
        if !ruby.isReading { voices[voices.count - 1].text.append(contentsOf: entity.text.utf8) }
        position += entity.length
      } else {
        if !ruby.isReading { voices[voices.count - 1].text.append(text[position]) }
        position += 1
      }
    }
    return voices
  }

  /// Tells the readings above characters from the characters, as HTML does: `</rt>` may be missing before
  /// the next part of a ruby, and `<rt>` outside of a ruby means nothing.
  private struct Ruby {
    private var isInside = false
    private(set) var isReading = false

    mutating func meet(_ name: String, isEnd: Bool) {
      switch name {
      case "ruby": (isInside, isReading) = (!isEnd, false)
      case "rt", "rp", "rtc": isReading = isInside && !isEnd
      case "rb": isReading = false
      default: break
      }
    }
  }

  /// The tag or override block at a position: what stands inside, and where it ends.
  private func tag(in text: [UInt8], at start: Int) -> (content: Range<Int>, end: Int)? {
    let close: UInt8
    switch text[start] {
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    case UInt8(ascii: "{") where dialect == .subRip && text[start...].starts(with: "{\\".utf8):
      close = UInt8(ascii: "}")
    default: return nil
    }
    // Tags are short: a bound keeps a text of nothing but `<` from costing quadratic time.
    guard let end = text[start...].prefix(256).firstIndex(of: close) else { return nil }
    let content = start + 1..<end
    guard dialect == .webVTT || text[start] != UInt8(ascii: "<") || isSubRipTag(text[content])
    else { return nil }
    return (content, end + 1)
  }

  /// SubRip knows a few tags of HTML; anything else between `<` and `>` is text.
  private func isSubRipTag(_ content: ArraySlice<UInt8>) -> Bool {
    [
      "i", "b", "u", "s", "font", "v", "c", "br", "ruby", "rb", "rt", "rp", "rtc",
    ].contains(name(of: content))
  }

  /// The name of a tag, in lower case, without slashes, and without the classes of WebVTT.
  private func name(of content: ArraySlice<UInt8>) -> String {
    let name = content.drop { $0 == UInt8(ascii: "/") }
      .prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "/") && (dialect == .subRip || $0 != UInt8(ascii: "."))
      }
    return name.string.lowercased()
  }

  /// The name in `v Name` or `v.class Name`.
  private func speaker(of content: ArraySlice<UInt8>) -> String? {
    guard content.first == UInt8(ascii: "v"), content.count > 1 else { return nil }
    guard let space = content.firstIndex(where: { $0 <= 0x20 }) else { return nil }
    guard space == content.startIndex + 1 || content[content.startIndex + 1] == UInt8(ascii: ".")
    else { return nil }
    let name = content[space...].trimmed.string
    return name.isEmpty ? nil : name
  }

  private static let entities: [(name: String, text: String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""),
    ("&apos;", "'"), ("&lrm;", ""), ("&rlm;", ""), ("&hellip;", "…"), ("&mdash;", "—"),
    ("&ndash;", "–"), ("&middot;", "·"), ("&ldquo;", "“"), ("&rdquo;", "”"),
  ]

  /// `&#20013;` or `&#x4E2D;`.
  private static func numericReference(
    in text: ArraySlice<UInt8>
  ) -> (text: String, length: Int)? {
    guard text.starts(with: "&#".utf8), let end = text.firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let digits = text[(text.startIndex + 2)..<end].string
    let isHexadecimal = digits.lowercased().hasPrefix("x")
    let value = UInt32(
      isHexadecimal ? String(digits.dropFirst()) : digits, radix: isHexadecimal ? 16 : 10)
    guard let scalar = value.flatMap(Unicode.Scalar.init), scalar != "\0" else { return nil }
    return (String(Character(scalar)), end + 1 - text.startIndex)
  }

  private static func entity(in text: [UInt8], at start: Int) -> (text: String, length: Int)? {
    guard text[start] == UInt8(ascii: "&") else { return nil }
    if let reference = numericReference(in: text[start...].prefix(12)) { return reference }
    return entities.first { text[start...].starts(with: $0.name.utf8) }
      .map { ($0.text, $0.name.utf8.count) }
  }
}
