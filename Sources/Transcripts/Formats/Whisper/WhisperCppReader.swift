extension CueListReader {
  /// JSON as whisper.cpp writes it (`-oj`, `-ojf`): `transcription` with offsets in milliseconds.
  ///
  /// `--diarize` gives channels as speakers, `?` where it cannot tell. The turns of tinydiarize
  /// (`speaker_turn_next`) name nobody and are not kept.
  static let whisperCpp = CueListReader(
    format: TranscriptFormat(
      "whisper.cpp", "JSON of whisper.cpp", extensions: ["json"],
      keeps: [.times, .speakers, .words]),
    lists: { root in root["transcription"].map { [$0] } ?? [] },
    cue: { cue in
      let (offsets, speaker) = (cue["offsets"], cue["speaker"]?.label)
      return JSONCue(
        cue["text"], start: offsets?["from"]?.milliseconds, end: offsets?["to"]?.milliseconds,
        speaker: speaker == "?" ? nil : speaker)
    },
    words: (
      { $0["tokens"] },
      { JSONCue($0["text"], start: $0["offsets"]?["from"]?.milliseconds, end: nil) }
    ))
}
