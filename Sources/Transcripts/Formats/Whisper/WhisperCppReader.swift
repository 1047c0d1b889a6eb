/// JSON as whisper.cpp writes it: `transcription` with offsets in milliseconds.
struct WhisperCppReader: JSONFormReader {
  let format = TranscriptFormat(
    "whisper.cpp", "JSON of whisper.cpp", extensions: ["json"], keeps: .times)

  func claims(_ root: JSONValue) -> Bool {
    root["transcription"]?.elements.first?["text"] != nil
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard let cues = root["transcription"] else { return }
    for (index, cue) in cues.elements.enumerated() {
      guard let text = cue["text"]?.bytes else {
        builder.warn(.cueWithoutText(number: index + 1))
        continue
      }
      builder.append(
        text, start: TimeCode.milliseconds(cue["offsets", "from"]?.number),
        end: TimeCode.milliseconds(cue["offsets", "to"]?.number),
        speaker: cue["speaker"]?.label)
    }
  }
}
