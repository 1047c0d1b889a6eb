/// JSON as the programs of the Whisper family write it.
///
/// openai-whisper, WhisperX, faster-whisper's dumps, stable-ts and OpenAI's `verbose_json` have `segments` with
/// seconds, some of them with speakers.
struct WhisperJSONReader: JSONFormReader {
  let format = TranscriptFormat(
    "whisper", "JSON of Whisper, WhisperX, stable-ts, OpenAI", extensions: ["json"],
    keeps: [.times, .speakers])

  func claims(_ root: JSONValue) -> Bool {
    root["segments"]?.elements.first?["text"] != nil
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard let segments = root["segments"] else { return }
    for (index, segment) in segments.elements.enumerated() {
      guard let text = segment["text"]?.bytes else {
        builder.warn(.cueWithoutText(number: index + 1))
        continue
      }
      builder.append(
        text, start: TimeCode.seconds(segment["start"]?.number),
        end: TimeCode.seconds(segment["end"]?.number), speaker: segment["speaker"]?.label)
    }
  }
}
