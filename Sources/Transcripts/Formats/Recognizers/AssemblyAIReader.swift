/// JSON of AssemblyAI, in milliseconds: `utterances` where speakers were told apart, the `sentences` of that
/// interface, else `words`.
struct AssemblyAIReader: JSONFormReader {
  let format = TranscriptFormat(
    "assemblyai", "JSON of AssemblyAI", extensions: ["json"], keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    let isAnswer = ["audio_url", "audio_duration", "acoustic_model", "language_model"]
      .contains { root.member(Array($0.utf8)) != nil }
    guard isAnswer || root["utterances"] != nil else { return false }
    return Self.turns(root).begins(with: Self.isTimed)
      || isAnswer && root["words"]?.elements.begins(with: Self.isTimed) ?? false
  }

  /// Others have utterances with seconds, and decimal points.
  private static func isTimed(_ element: JSONValue) -> Bool {
    guard element["text"]?.bytes != nil, let start = element["start"], let end = element["end"]
    else { return false }
    return start.kind == .number && !start.isDecimal && !end.isDecimal
  }

  private static func turns(_ root: JSONValue) -> JSONValue.Elements {
    let lists = [root["utterances"], root["sentences"], root["paragraphs"]]
    return lists.lazy.compactMap { $0?.elements }.first { $0.first != nil } ?? .none
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    let turns = Self.turns(root)
    for (index, turn) in turns.enumerated() {
      builder.append(
        turn: Self.cue(turn), number: index + 1, words: turn["words"]?.elements ?? .none,
        word: Self.cue)
    }
    if turns.first != nil { return }
    var cues = WordCues()
    cues.append(root["words"]?.elements ?? .none, into: &builder, word: Self.cue)
    cues.flush(into: &builder)
  }

  private static func cue(_ element: JSONValue) -> JSONCue {
    JSONCue(
      element["text"], start: element["start"]?.milliseconds, end: element["end"]?.milliseconds,
      speaker: element["speaker"]?.label)
  }
}
