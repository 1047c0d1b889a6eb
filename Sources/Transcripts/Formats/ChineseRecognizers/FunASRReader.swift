/// Results of FunASR: a list of them, or one, with `sentence_info` in milliseconds; or with `text` and a list of
/// `timestamp`, one pair for each character or Latin word.
///
/// A sentence has its text in `text`, or in `sentence` where it was cut by pauses instead of punctuation. The server's
/// `stamp_sents` have it in `text_seg`, with spaces between characters, and its punctuation in `punc`. SenseVoice writes
/// tags such as `<|zh|>` into the text, which are left out.
struct FunASRReader: JSONFormReader {
  let format = TranscriptFormat(
    "funasr", "results of FunASR (Paraformer, SenseVoice)", extensions: ["json"],
    keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    Self.results(root).contains { result in
      if Self.sentences(result)?.begins(with: { Self.text(of: $0) != nil }) ?? false { return true }
      guard let text = result["text"]?.bytes else { return false }
      return result["timestamp"]?.elements.first?.kind == .list || text.starts(with: "<|".utf8)
    }
  }

  private static func results(_ root: JSONValue) -> [JSONValue] {
    root.kind == .list ? Array(root.elements.prefix(8)) : [root]
  }

  private static func sentences(_ result: JSONValue) -> JSONValue.Elements? {
    (result["sentence_info"] ?? result["stamp_sents"])?.elements
  }

  private static func text(of sentence: JSONValue) -> JSONValue? {
    sentence["text"] ?? sentence["sentence"] ?? sentence["text_seg"]
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard root.kind == .list else { return Self.read(result: root, number: 1, into: &builder) }
    for (index, result) in root.elements.enumerated() {
      Self.read(result: result, number: index + 1, into: &builder)
    }
  }

  private static func read(
    result: JSONValue, number: Int, into builder: inout TranscriptBuilder
  ) {
    guard let sentences = sentences(result), sentences.first != nil else {
      return readText(of: result, number: number, into: &builder)
    }
    if result["sentence_info"] == nil {
      for sentence in sentences { readStamped(sentence, into: &builder) }
      return
    }
    builder.append(elements: sentences) { sentence in
      JSONCue(
        text(of: sentence), start: sentence["start"]?.milliseconds,
        end: sentence["end"]?.milliseconds, speaker: sentence["spk"]?.label)
    }
  }

  private static func readStamped(_ sentence: JSONValue, into builder: inout TranscriptBuilder) {
    var (text, spacing) = ([UInt8](), WordJoin())
    for word in Array(sentence["text_seg"]?.bytes ?? .empty).split(separator: 0x20) {
      word.withUnsafeBufferPointer { spacing.join($0, to: &text) }
    }
    text += sentence["punc"]?.bytes ?? .empty
    builder.append(
      text[...], start: sentence["start"]?.milliseconds, end: sentence["end"]?.milliseconds)
  }

  /// Cues of the tokens; a single one where there are not as many pairs as tokens.
  private static func readText(
    of result: JSONValue, number: Int, into builder: inout TranscriptBuilder
  ) {
    guard let bytes = result["text"]?.bytes else {
      return builder.append(element: nil, number: number, start: nil, end: nil)
    }
    let text = FunASRText(bytes)
    let pairs = (result["timestamp"]?.elements ?? .none).map { pair in
      var times = pair.elements
      return (start: times.next()?.milliseconds, end: times.next()?.milliseconds)
    }
    guard text.tokens.count(where: \.hasTime) == pairs.count, !pairs.isEmpty else {
      return builder.append(text.bytes[...], start: pairs.first?.start, end: pairs.last?.end)
    }
    var (cues, times) = (WordCues(), pairs[...])
    for token in text.tokens {
      let pair = token.hasTime ? times.popFirst() : nil
      text.bytes[token.range].withUnsafeBufferPointer { word in
        cues.append(
          word, start: pair?.start, end: pair?.end, clings: !token.hasTime, into: &builder)
      }
    }
    cues.flush(into: &builder)
  }
}

/// A text without tags, in the tokens that FunASR gives times for: characters of Han, words of anything else;
/// punctuation has none.
private struct FunASRText {
  struct Token {
    let range: Range<Int>
    let hasTime: Bool
  }

  let bytes: [UInt8]
  private(set) var tokens: [Token] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    bytes = Self.withoutTags(text)
    var start = 0
    for (place, length, kind) in Self.scalars(bytes) {
      if kind == .word { continue }
      add(start..<place, hasTime: true)
      if kind != .space { add(place..<place + length, hasTime: kind == .character) }
      start = place + length
    }
    add(start..<bytes.count, hasTime: true)
  }

  private mutating func add(_ range: Range<Int>, hasTime: Bool) {
    if !range.isEmpty { tokens.append(Token(range: range, hasTime: hasTime)) }
  }

  private static func withoutTags(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var (plain, isTag) = ([UInt8](), false)
    for (place, byte) in text.enumerated() {
      let next = place + 1 < text.count ? text[place + 1] : 0
      if byte == UInt8(ascii: "<"), next == UInt8(ascii: "|") { isTag = true }
      if !isTag { plain.append(byte) }
      if byte == UInt8(ascii: ">"), place > 0, text[place - 1] == UInt8(ascii: "|") {
        isTag = false
      }
    }
    return plain
  }

  private enum Kind { case space, character, punctuation, word }

  private static func scalars(_ bytes: [UInt8]) -> [(place: Int, length: Int, kind: Kind)] {
    var place = 0
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      let length = UTF8.width(scalar)
      defer { place += length }
      return (place, length, kind(of: scalar))
    }
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0...0x20, 0x3000: return .space
    case UInt32(UInt8(ascii: "'")), UInt32(UInt8(ascii: "-")): return .word
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .character
    default: return scalar.properties.generalCategory.isPunctuation ? .punctuation : .word
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isPunctuation: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
