/// JSON of Amazon Transcribe: `results` with `audio_segments`, in older files with `items` alone, which are words and
/// punctuation. Times are seconds in strings.
///
/// Speakers stand at the items, in older files only in `speaker_labels`; where channels are told apart, the channel
/// is the speaker.
struct AmazonReader: JSONFormReader {
  let format = TranscriptFormat(
    "aws", "JSON of Amazon Transcribe", extensions: ["json"], keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    let results = root["results"]
    return results?["audio_segments"]?.elements.begins { $0["transcript"] != nil } ?? false
      || results?["items"]?.elements.begins { $0["alternatives"] != nil } ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard let results = root["results"] else { return }
    builder.sortsByStart = results["channel_labels"] != nil
    let segments = results["audio_segments"]?.elements ?? .none
    if segments.first == nil { return Self.readItems(of: results, into: &builder) }
    builder.append(elements: segments) { segment in
      JSONCue(
        segment["transcript"], start: segment["start_time"]?.seconds,
        end: segment["end_time"]?.seconds, speaker: Self.speaker(of: segment))
    }
  }

  private static func speaker(of item: JSONValue) -> String? {
    (item["speaker_label"] ?? item["channel_label"])?.label
  }

  private static func readItems(of results: JSONValue, into builder: inout TranscriptBuilder) {
    let speakers = speakersByStart(results["speaker_labels"])
    var words = WordCues()
    for item in results["items"]?.elements ?? .none {
      let start = item["start_time"]
      guard let text = item["alternatives"]?.elements.first?["content"]?.bytes else { continue }
      words.append(
        text, start: start?.seconds, end: item["end_time"]?.seconds,
        speaker: speaker(of: item) ?? start?.label.flatMap { speakers[$0] },
        clings: item["type"]?.string == "punctuation", into: &builder)
    }
    words.flush(into: &builder)
  }

  /// Who speaks at a word's start, which is written the same way in both lists.
  private static func speakersByStart(_ labels: JSONValue?) -> [String: String] {
    var speakers: [String: String] = [:]
    for segment in labels?["segments"]?.elements ?? .none {
      for item in segment["items"]?.elements ?? .none {
        guard let start = item["start_time"]?.label else { continue }
        speakers[start] = (item["speaker_label"] ?? segment["speaker_label"])?.label
      }
    }
    return speakers
  }
}
