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
    builder.metadata.number = root["number"]?.label.flatMap { Int($0) }
    if let tags = root["tags"] { Self.take(tags, &builder.metadata) }
    builder.append(elements: root["cues"]?.elements ?? .none) { cue in
      JSONCue(
        cue["text"], start: Self.time(cue["start_ms"]), end: Self.time(cue["end_ms"]),
        speaker: cue["speaker"]?.string)
    }
  }

  /// Takes an object with a list of values for each tag.
  private static func take(_ tags: JSONValue, _ metadata: inout TranscriptMetadata) {
    for (name, values) in tags.members {
      metadata.tags += values.elements.compactMap { value in
        value.string.flatMap { TranscriptMetadata.Tag(name, $0) }
      }
    }
  }

  private static func time(_ value: JSONValue?) -> Int? {
    TimeCode.milliseconds(value?.number)
  }
}
