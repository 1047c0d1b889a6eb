/// What `zimu export --format json` writes: a list `cues`, with what is known of the episode beside it.
struct ZimuReader: JSONFormReader {
  let format = TranscriptFormat(
    "zimu", "JSON that Zimu exports", extensions: ["json"],
    keeps: [.times, .speakers, .metadata, .words])

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
    for (index, cue) in (root["cues"]?.elements ?? .none).enumerated() {
      Self.addWordTimes(of: cue, to: &builder)
      builder.append(
        element: cue["text"], number: index + 1, start: Self.time(cue["start_ms"]),
        end: Self.time(cue["end_ms"]), speaker: cue["speaker"]?.string)
    }
  }

  /// Tells when words begin, by their places in the text, as far as there are such.
  private static func addWordTimes(of cue: JSONValue, to builder: inout TranscriptBuilder) {
    guard let text = cue["text"]?.bytes else { return }
    var last = -1
    for word in cue["words"]?.elements ?? .none {
      guard let place = word["start"]?.number.flatMap(Int.init(exactly:)), place > last,
        place < text.count, text[place] & 0xC0 != 0x80
      else { continue }
      last = place
      builder.addWordTime(time(word["start_ms"]), at: place)
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
