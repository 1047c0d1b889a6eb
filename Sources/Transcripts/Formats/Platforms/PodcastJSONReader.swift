/// JSON transcripts of the podcast namespace ("Podcasting 2.0"): `segments` with `body` and seconds.
///
/// Segments may be single words, and the speaker may stand only where it changes.
/// See https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md.
struct PodcastJSONReader: JSONFormReader {
  let format = TranscriptFormat(
    "podcast-json", "JSON transcripts of Podcasting 2.0", extensions: ["json"],
    keeps: [.times, .speakers])

  func claims(_ root: JSONValue) -> Bool {
    root["segments"]?.elements.begins { $0["body"]?.bytes != nil && $0["startTime"] != nil }
      ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    let segments = root["segments"]?.elements ?? .none
    JSONPieces(isUniform: false).append(segments, to: &builder) { segment in
      JSONCue(
        segment["body"], start: segment["startTime"]?.seconds, end: segment["endTime"]?.seconds,
        speaker: segment["speaker"]?.label)
    }
  }
}
