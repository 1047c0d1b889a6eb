/// JSON of Google Cloud Speech-to-Text, v1 and v2: `results` with alternatives, of which the first one counts.
///
/// Words have times in `startTime` (v1) or `startOffset` (v2); without words a result ends at its
/// `resultEndTime` or `resultEndOffset` and begins where the one before ended. Where v1 tells speakers apart, a
/// last result without transcript repeats all words with their speakers: then it is the only one that is read.
struct GoogleReader: JSONFormReader {
  let format = TranscriptFormat(
    "google", "JSON of Google Cloud Speech-to-Text", extensions: ["json"],
    keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    Self.results(root).prefix(8).contains { result in
      let best = result["alternatives"]?.elements.first
      return best?["transcript"] != nil
        || best?["words"]?.elements.begins { $0["word"] != nil } ?? false
    }
  }

  /// The results of an answer, of an operation, or of the files of a batch.
  private static func results(_ root: JSONValue) -> [JSONValue] {
    let answer = root["response"] ?? root
    guard let results = answer["results"] else { return [] }
    if results.kind == .list { return Array(results.elements) }
    return results.members.flatMap { _, file in
      let transcript = file["transcript"] ?? file["inlineResult"]?["transcript"]
      return Array(transcript?["results"]?.elements ?? .none)
    }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    let results = Self.results(root)
    builder.sortsByStart = results.contains { $0["channelTag"]?.number ?? 0 > 1 }
    if let last = results.last, let words = Self.repeatedWords(last) {
      var cues = WordCues()
      cues.append(words, into: &builder, word: Self.word)
      return cues.flush(into: &builder)
    }
    var end: Int?
    for (index, result) in results.enumerated() {
      end = Self.read(result, number: index + 1, after: end ?? 0, into: &builder) ?? end
    }
  }

  /// The words of a result that has them with speakers, and no transcript.
  private static func repeatedWords(_ result: JSONValue) -> JSONValue.Elements? {
    guard let best = result["alternatives"]?.elements.first,
      best["transcript"]?.bytes?.isEmpty ?? true
    else { return nil }
    let words = best["words"]?.elements
    return words?.contains { word($0).speaker != nil } ?? false ? words : nil
  }

  /// - Returns: where the result ends.
  private static func read(
    _ result: JSONValue, number: Int, after last: Int, into builder: inout TranscriptBuilder
  ) -> Int? {
    let best = result["alternatives"]?.elements.first
    let words = best?["words"]?.elements ?? .none
    let resultEnd = (result["resultEndOffset"] ?? result["resultEndTime"])?.duration
    let voices = Set(words.lazy.compactMap { word($0).speaker })
    guard voices.count < 2 else {
      var cues = WordCues()
      cues.append(words, into: &builder, word: word)
      cues.flush(into: &builder)
      return resultEnd
    }
    let isAfter = resultEnd.map { $0 > last } ?? false
    let turn = JSONCue(
      best?["transcript"], start: words.first.map { word($0).start } ?? (isAfter ? last : nil),
      end: words.reduce(nil) { word($1).end ?? $0 } ?? resultEnd, speaker: voices.first)
    builder.append(turn: turn, number: number, words: words, word: word)
    return resultEnd ?? turn.end
  }

  private static func word(_ word: JSONValue) -> JSONCue {
    let speaker = word["speakerLabel"] ?? word["speakerTag"]
    let label = speaker?.label.flatMap {
      $0.isEmpty || speaker?.number == 0 && speaker?.kind == .number ? nil : $0
    }
    return JSONCue(
      word["word"], start: (word["startOffset"] ?? word["startTime"])?.duration,
      end: (word["endOffset"] ?? word["endTime"])?.duration, speaker: label)
  }
}
