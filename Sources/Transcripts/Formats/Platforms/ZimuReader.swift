/// What `zimu export --format json` writes: a list `cues`, with what is known of the episode beside it.
struct ZimuReader: JSONFormReader {
  let format = TranscriptFormat(
    "zimu", "JSON that Zimu exports", extensions: ["json"], keeps: [.times, .speakers, .metadata])

  func claims(_ root: JSONValue) -> Bool {
    root["zimu_transcript"] != nil && root["cues"]?.kind == .list
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    builder.metadata.title = root["title"]?.string ?? ""
    builder.metadata.show = root["show"]?.string ?? ""
    builder.metadata.date = root["date"]?.string ?? ""
    builder.metadata.url = root["url"]?.string ?? ""
    builder.append(elements: root["cues"]?.elements ?? .none) { cue in
      JSONCue(
        cue["text"], start: Self.time(cue["start_ms"]), end: Self.time(cue["end_ms"]),
        speaker: cue["speaker"]?.string)
    }
  }

  private static func time(_ value: JSONValue?) -> Int? {
    TimeCode.milliseconds(value?.number)
  }
}
