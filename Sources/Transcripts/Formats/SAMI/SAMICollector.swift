/// Puts the paragraphs of a SAMI file together, and finds out when each ends.
struct SAMICollector {
  private struct Paragraph {
    let start: Int?
    var end: Int?
    let text: Range<Int>
    let speaker: String?
  }

  /// What a class shows at a time.
  private struct Shown {
    var start: Int?
    var paragraphs: [Int] = []
  }

  private var paragraphs: [Paragraph] = []
  private var text: [UInt8] = []
  private var textStart = 0
  private var shown: [String: Shown] = [:]
  private var speakers: [String: String] = [:]
  private var ruby = RubyReadings()
  /// The time of the last `SYNC`; `nil` before the first, and behind the last one.
  private var sync: (start: Int?, end: Int?)?
  /// The class of the paragraph that is being read; `nil` between paragraphs.
  private var paragraphClass: String?
  private var isSource = false
  /// Whether the last `SYNC` had a paragraph.
  private var hasParagraph = false

  /// Adds text to the paragraph; white space is one space, as in HTML.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    guard sync != nil, !ruby.isReading else { return }
    let decoded =
      bytes.offset(of: UInt8(ascii: "&")) == nil
      ? bytes : CharacterReference.replaced(in: bytes, needsSemicolon: false)[...]
    var rest = decoded
    while !rest.isEmpty {
      let words = rest.prefix { !Self.isSpace($0) }
      text += words
      let spaces = rest[words.endIndex...].prefix(while: Self.isSpace)
      if !spaces.isEmpty, text.count > textStart, text.last != 0x20, text.last != 0x0A {
        text.append(0x20)
      }
      rest = rest[spaces.endIndex...]
    }
  }

  private mutating func appendBreak() {
    guard sync != nil, text.count > textStart else { return }
    if text.last == 0x20 { text.removeLast() }
    text.append(0x0A)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && byte != 0 }

  mutating func meet(_ tag: SAMITag) {
    if tag.name.isCaselessly("p") {
      tag.isEnd ? endParagraph() : beginParagraph(tag)
    } else if tag.name.isCaselessly("sync") {
      tag.isEnd ? endParagraph() : beginSync(tag)
    } else if tag.name.isCaselessly("br") {
      appendBreak()
    } else if tag.isEnd, tag.name.isCaselessly("body") || tag.name.isCaselessly("sami") {
      endSync()
      sync = nil
    } else if (tag.name.first ?? 0) | 0x20 == UInt8(ascii: "r") {
      ruby.meet(tag.name.string.lowercased(), isEnd: tag.isEnd)
    }
  }

  private mutating func beginSync(_ tag: SAMITag) {
    endSync()
    sync = (Self.time(tag["start"]), Self.time(tag["end"]))
    hasParagraph = false
    ruby = RubyReadings()
  }

  /// Ends what the last `SYNC` shows; one without paragraphs ends all that is shown.
  private mutating func endSync() {
    endParagraph()
    guard let sync, !hasParagraph else { return }
    for paragraphs in shown.values { end(paragraphs, at: sync.start) }
    shown = [:]
  }

  private mutating func beginParagraph(_ tag: SAMITag) {
    endParagraph()
    paragraphClass = tag["class"].map { $0.trimmed.string.lowercased() } ?? ""
    isSource = tag["id"]?.trimmed.isCaselessly("source") ?? false
  }

  private mutating func endParagraph() {
    defer { (textStart, paragraphClass, isSource) = (text.count, nil, false) }
    let words = text[textStart...].trimmed
    guard let sync, paragraphClass != nil || !words.isEmpty else { return }
    let name = paragraphClass ?? ""
    hasParagraph = true
    if isSource {
      speakers[name] = words.isEmpty ? nil : words.string
      return
    }
    if let before = shown[name], before.start != sync.start {
      end(before, at: sync.start)
      shown[name] = nil
    }
    guard !words.isEmpty else { return }
    shown[name, default: Shown(start: sync.start)].paragraphs.append(paragraphs.count)
    paragraphs.append(
      Paragraph(
        start: sync.start, end: sync.end, text: words.indices, speaker: speakers[name]))
  }

  private mutating func end(_ shown: Shown, at time: Int?) {
    for index in shown.paragraphs where paragraphs[index].end == nil {
      paragraphs[index].end = time
    }
  }

  mutating func finish(_ builder: inout TranscriptBuilder) {
    endSync()
    for paragraph in paragraphs {
      if paragraph.start == nil { builder.warn(.unreadableTimes) }
      builder.append(
        text[paragraph.text], start: paragraph.start,
        end: paragraph.start == nil ? nil : paragraph.end, speaker: paragraph.speaker)
    }
  }

  /// Milliseconds, as an attribute has them.
  private static func time(_ value: ArraySlice<UInt8>?) -> Int? {
    guard let value = value?.trimmed else { return nil }
    var cursor = ByteCursor(value)
    let isNegative = cursor.take(UInt8(ascii: "-"))
    let digits = cursor.digits()
    guard digits.count > 0 else { return nil }
    return isNegative ? -digits.value : digits.value
  }
}
