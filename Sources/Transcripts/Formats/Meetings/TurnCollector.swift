/// Collects the lines of a turn, which make one cue: so that each has the start of its turn.
struct TurnCollector {
  private var start: Int?
  private var end: Int?
  private var speaker: String?
  private var words: [UInt8] = []
  private var line: Int?

  /// Begins a turn, after the last one is added.
  mutating func begin(
    start: Int?, end: Int? = nil, speaker: String? = nil, line: Int,
    _ builder: inout TranscriptBuilder
  ) {
    finish(&builder)
    (self.start, self.end, self.speaker, self.line) = (start, end, speaker, line)
  }

  /// Adds a line to the turn, after a space.
  mutating func append(_ line: ArraySlice<UInt8>) {
    let line = line.trimmed
    guard !line.isEmpty, !Self.isCredit(line) else { return }
    if !words.isEmpty { words.append(0x20) }
    words.append(contentsOf: line)
  }

  /// Adds the turn as a cue, unless it has no words.
  mutating func finish(_ builder: inout TranscriptBuilder) {
    builder.line = line
    if words.isEmpty, start != nil { builder.noteEmptyCue() }
    builder.append(words[...], start: start, end: end, speaker: speaker)
    words.removeAll(keepingCapacity: true)
    (start, end, speaker, line) = (nil, nil, nil, nil)
  }

  /// Whether a line is one that services put below a transcript.
  private static func isCredit(_ line: ArraySlice<UInt8>) -> Bool {
    // Most lines begin otherwise than with T, M or these bytes of Han.
    guard let first = line.first, first == 0x54 || first == 0x4D || 0xE4...0xE6 ~= first else {
      return false
    }
    return line.count <= 120
      && line.withUnsafeBytes { line in credits.contains { line.begins(with: $0) } }
  }

  private static let credits = [
    "Transcribed by https://otter.ai", "以上内容由AI生成", "以上内容由 AI 生成", "内容由AI生成", "内容由 AI 生成",
    "以上内容由人工智能生成", "本内容由AI生成", "Meeting ended after ", "Transcription ended after ",
    "This editable transcript was computer generated",
  ].map { Array($0.utf8) }
}
