/// Takes marks out of the text of subtitles whose formats do not describe any: the tags of HTML that players
/// know, the override blocks of ASS, character references and the readings of ruby.
///
/// Anything else between `<` and `>` is text.
struct InformalMarkup {
  private static let tags: Set<String> = [
    "i", "b", "u", "s", "em", "strong", "span", "font", "v", "c", "br", "p", "ruby", "rb", "rt",
    "rp", "rtc",
  ]

  /// Those that make a part of the text look otherwise.
  private static let highlights: Set<String> = ["i", "b", "u", "em", "strong", "span", "font", "c"]

  private var source: [UInt8] = []
  /// The text so far, where it is one stretch of the file.
  private var only: ArraySlice<UInt8>?
  private var output: [UInt8] = []

  /// Adds a line.
  mutating func append(_ text: ArraySlice<UInt8>) {
    guard only != nil || !source.isEmpty else {
      only = text
      return
    }
    if let only { source += only }
    only = nil
    source.append(0x0A)
    source += text
  }

  /// Adds the text to a transcript, a cue for each voice, and forgets it.
  mutating func write(
    start: Int?, end: Int?, speaker: String? = nil, to builder: inout TranscriptBuilder
  ) {
    let text = only ?? source[...]
    only = nil
    if let mark = Self.mark(in: text, from: text.startIndex) {
      parse(text, from: mark, speaker) { text, speaker, highlight in
        builder.highlight = highlight
        builder.append(text, start: start, end: end, speaker: speaker)
      }
    } else {
      builder.append(text, start: start, end: end, speaker: speaker)
    }
    source.removeAll(keepingCapacity: true)
  }

  /// The text of one cue of one speaker.
  static func text(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard let mark = mark(in: bytes, from: bytes.startIndex) else { return Array(bytes) }
    var markup = InformalMarkup()
    var text: [UInt8] = []
    markup.parse(bytes, from: mark, nil) { words, _, _ in text += words }
    return text
  }

  private mutating func parse(
    _ text: ArraySlice<UInt8>, from mark: Int, _ speaker: String?,
    take: (_ text: ArraySlice<UInt8>, _ speaker: String?, _ highlight: Int?) -> Void
  ) {
    var speaker = speaker
    var highlight: Int?
    var ruby = RubyReadings()
    var tags = TagScanner(text)
    output.removeAll(keepingCapacity: true)
    output += text[..<mark]
    var position = mark
    while position < text.endIndex {
      if let tag = tags.tag(at: position, named: Self.tags) {
        ruby.meet(tag.name, isEnd: tag.isEnd)
        if tag.name == "br" || tag.name == "p" { output.append(0x0A) }
        if highlight == nil, !tag.isEnd, Self.highlights.contains(tag.name) {
          highlight = output.count
        }
        if tag.name == "v", let name = tag.speaker {
          take(output[...], speaker, highlight)
          output.removeAll(keepingCapacity: true)
          (speaker, ruby, highlight) = (name, RubyReadings(), nil)
        }
        position = tag.end
        continue
      }
      let (words, end) = Self.words(in: text, at: position, &tags)
      if !ruby.isReading { output += words }
      position = end
    }
    take(output[...], speaker, highlight)
  }

  /// What a mark that is no tag stands for, or the text up to the next mark.
  private static func words(
    in text: ArraySlice<UInt8>, at position: Int, _ tags: inout TagScanner
  ) -> (words: ArraySlice<UInt8>, end: Int) {
    switch text[position] {
    case UInt8(ascii: "&"):
      if let reference = CharacterReference(text[position...], needsSemicolon: true) {
        return (reference.text[...], position + reference.length)
      }
    case UInt8(ascii: "{"):
      if let end = tags.overrideBlock(at: position) { return ([], end) }
    case UInt8(ascii: "\\"):
      let next = position + 1 < text.endIndex ? text[position + 1] : 0
      if next == UInt8(ascii: "N") { return ([0x0A], position + 2) }
      if next == UInt8(ascii: "h") { return ([0x20], position + 2) }
    default: break
    }
    let end = mark(in: text, from: position + 1) ?? text.endIndex
    return (text[position..<end], end)
  }

  /// The place of the first byte that may begin a mark.
  private static func mark(in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard start < text.endIndex else { return nil }
    return text[start...].withUnsafeBytes { bytes in
      bytes.firstASCII { byte in
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "{")
          || byte == UInt8(ascii: "\\")
      }
    }.map { start + $0 }
  }
}
