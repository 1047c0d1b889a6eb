extension CueListReader {
  /// JSON of Azure's speech services: `phrases` of fast transcription, `recognizedPhrases` of batch
  /// transcription.
  ///
  /// Times are milliseconds, ticks of 100 nanoseconds, or durations of ISO 8601. The phrases of one channel stand
  /// behind those of the other.
  static let azure = CueListReader(
    format: TranscriptFormat(
      "azure", "JSON of Azure speech to text", extensions: ["json"],
      keeps: [.times, .speakers, .words]),
    sortsByStart: true,
    lists: { root in [root["recognizedPhrases"] ?? root["phrases"]].compactMap(\.self) },
    cue: { phrase in
      let best = phrase["nBest"]?.elements.first
      let start =
        (phrase["offsetMilliseconds"] ?? phrase["offset"])?.milliseconds
        ?? phrase["offsetInTicks"]?.ticks ?? phrase["offset"]?.duration
      let length =
        (phrase["durationMilliseconds"] ?? phrase["duration"])?.milliseconds
        ?? phrase["durationInTicks"]?.ticks ?? phrase["duration"]?.duration
      return JSONCue(
        phrase["text"] ?? best?["display"] ?? best?["lexical"], start: start,
        end: start.flatMap { start in length.map { start + $0 } },
        speaker: phrase["speaker"]?.label)
    },
    words: (
      { $0["words"] },
      { JSONCue($0["text"], start: $0["offsetMilliseconds"]?.milliseconds, end: nil) }
    ))
}
