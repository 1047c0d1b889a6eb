/// Vertical text, the input of corpus engines (CWB, Sketch Engine): a token a line, of which the first column
/// counts, and structures as tags on lines of their own.
///
/// A sentence or an utterance is a cue; outside of both, a sentence ends where its punctuation says so. `<g/>` is
/// a place without a space. `who` or `speaker` of an utterance name its speaker, `title` and `date` of the first
/// document are those of the episode.
struct VerticalReader: TranscriptReader {
  let format = TranscriptFormat(
    "vertical", "vertical text for corpus engines", extensions: ["vert", "vrt", "vertical"],
    keeps: [.times, .speakers, .metadata])

  /// Whether lines of one token and lines of one tag are all there is at the start.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    var (tags, tokens) = (0, 0)
    while tags + tokens < 200, let line = lines.next()?.trimmed {
      if line.isEmpty { continue }
      if line.first == UInt8(ascii: "<") { tags += 1 } else { tokens += 1 }
    }
    return tags > 0 && tokens > 0 ? .possible : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var reading = Reading()
    while let line = lines.next() {
      builder.line = lines.line
      if let tag = VerticalTag(line) {
        reading.take(tag, &builder)
      } else {
        reading.append(line[..<(line.offset(of: 0x09) ?? line.endIndex)], &builder)
      }
    }
    reading.flush(&builder)
  }

  private struct Reading {
    private static let blocks: Set<String> = [
      "doc", "text", "corpus", "file", "p", "para", "s", "sent", "sentence", "u", "utterance",
      "turn", "sp",
      "speech", "seg", "head", "title", "div", "section", "l", "line",
    ]
    private static let sentences: Set<String> = ["s", "sent", "sentence", "u", "utterance", "seg"]

    private var words: [UInt8] = []
    private var join = WordJoin()
    private var clings = true
    /// How many sentences and utterances are open.
    private var open = 0
    private var speaker: String?
    private var start, end: Int?

    mutating func take(_ tag: VerticalTag, _ builder: inout TranscriptBuilder) {
      if tag.name == "g" {
        clings = true
        return
      }
      guard Self.blocks.contains(tag.name) else { return }
      flush(&builder)
      if Self.sentences.contains(tag.name) { open = max(0, open + (tag.isEnd ? -1 : 1)) }
      if tag.isEnd {
        if ["u", "utterance", "turn", "sp", "speech"].contains(tag.name) { speaker = nil }
        return
      }
      speaker = tag["who"] ?? tag["speaker"] ?? speaker
      start = TimeCode.seconds(tag["start"].flatMap(Double.init))
      end = TimeCode.seconds(tag["end"].flatMap(Double.init))
      guard tag.name == "doc" || tag.name == "text", builder.metadata.title.isEmpty else { return }
      builder.metadata.title = tag["title"] ?? ""
      builder.metadata.date = tag["date"].flatMap { DateText.first(in: Array($0.utf8)[...]) } ?? ""
    }

    mutating func append(_ token: ArraySlice<UInt8>, _ builder: inout TranscriptBuilder) {
      var word = token.trimmed
      if word.offset(of: UInt8(ascii: "&")) != nil {
        word = CharacterReference.replaced(in: word, needsSemicolon: true)[...]
      }
      guard !word.isEmpty else { return }
      if open == 0, words.withUnsafeBufferPointer(WordSpacing.endsSentence), !clings {
        flush(&builder)
      }
      word.withUnsafeBufferPointer { join.join($0, to: &words, clings: clings) }
      clings = false
    }

    mutating func flush(_ builder: inout TranscriptBuilder) {
      builder.append(words[...], start: start, end: end, speaker: speaker)
      if !words.isEmpty { (start, end) = (nil, nil) }
      words.removeAll(keepingCapacity: true)
      clings = true
    }
  }
}
