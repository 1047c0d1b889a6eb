/// JSON as the programs of the Whisper family write it: `segments` with seconds.
///
/// openai-whisper, WhisperX, stable-ts, whisper-timestamped, and OpenAI's `verbose_json` and `diarized_json`. OpenAI writes
/// `words` alone where only those are asked for, and the text alone where nothing is. Where WhisperX names no speaker of a segment, but speakers of
/// its words, the cue is split where they change: so that each word is found under who said it.
struct WhisperJSONReader: JSONFormReader {
  let format = TranscriptFormat(
    "whisper", "JSON of Whisper, WhisperX, stable-ts, OpenAI", extensions: ["json"],
    keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    guard let segments = root["segments"]?.elements else {
      return Self.hasWordsAlone(root) || Self.hasTextAlone(root)
    }
    if segments.first == nil, root["text"]?.bytes != nil { return true }
    if segments.begins(with: Self.isUntimed) { return true }
    return segments.begins { $0["text"]?.bytes != nil && $0["start"] != nil }
      && Self.areSeconds(segments) && !segments.begins { $0["start"]?.isClock ?? false }
  }

  /// Whether a segment has a text and nothing that is a time by its name.
  private static func isUntimed(_ segment: JSONValue) -> Bool {
    guard segment["text"]?.bytes != nil else { return false }
    let keys = segment.members.prefix(64).map { Array($0.key.utf8)[...] }
    return Columns(header: keys).map { $0.start == nil && $0.end == nil } ?? false
  }

  /// Others have the same keys with milliseconds.
  private static func areSeconds(_ segments: JSONValue.Elements) -> Bool {
    var unit = CueTimeUnit()
    for segment in segments.prefix(8) {
      for time in [segment["start"], segment["end"]] {
        unit.note((time?.time ?? .unknown, nil))
      }
    }
    return unit.areSeconds
  }

  /// Words without segments, and the whole text, as OpenAI writes them.
  private static func hasWordsAlone(_ root: JSONValue) -> Bool {
    root["text"]?.bytes != nil
      && root["words"]?.elements.begins { $0["word"]?.bytes != nil } ?? false
  }

  /// The text and what OpenAI says of it.
  private static func hasTextAlone(_ root: JSONValue) -> Bool {
    let names: Set = ["text", "language", "duration", "task", "usage", "logprobs"]
    return root["text"]?.bytes != nil
      && root.members.prefix(8).allSatisfy { names.contains($0.key) }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    let segments = root["segments"]?.elements
    guard segments?.first != nil else {
      if Self.hasTextAlone(root) { return builder.append(root["text"]!.bytes!) }
      return Self.readWords(root["words"], into: &builder)
    }
    // OpenAI writes the words of all segments in one list.
    var rest = root["words"]?.elements ?? .none
    for (index, segment) in segments!.enumerated() {
      let speaker = segment["speaker"]?.label
      if speaker == nil, let voices = WordVoices(of: segment) {
        voices.append(into: &builder)
        continue
      }
      let words =
        segment["words"].map { Array($0.elements) }
        ?? Self.words(before: segment["end"]?.seconds, of: &rest)
      builder.addTimes(ofWords: words, in: segment["text"], word: Self.word)
      builder.append(
        element: segment["text"], number: index + 1, start: segment["start"]?.seconds,
        end: segment["end"]?.seconds, speaker: speaker)
    }
  }

  /// Takes the first words of a list, up to one that begins at a time or later.
  private static func words(before end: Int?, of rest: inout JSONValue.Elements) -> [JSONValue] {
    guard let end else { return [] }
    var (words, ahead) = ([JSONValue](), rest)
    while let next = ahead.next(), word(next).start ?? 0 < end {
      words.append(next)
      rest = ahead
    }
    return words
  }

  private static func readWords(_ words: JSONValue?, into builder: inout TranscriptBuilder) {
    var cues = WordCues()
    cues.append(words?.elements ?? .none, into: &builder, word: word)
    cues.flush(into: &builder)
  }

  /// whisper-timestamped has words in `text`.
  static func word(_ word: JSONValue) -> JSONCue {
    JSONCue(
      word["word"] ?? word["text"], start: word["start"]?.seconds, end: word["end"]?.seconds,
      speaker: word["speaker"]?.label)
  }
}
