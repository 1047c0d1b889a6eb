/// JSON of Speechmatics: `results` of words and punctuation with seconds, whose first alternative counts.
///
/// `UU` is what it calls a speaker that it does not know.
struct SpeechmaticsReader: JSONFormReader {
  let format = TranscriptFormat(
    "speechmatics", "JSON of Speechmatics", extensions: ["json"],
    keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    root["results"]?.elements.begins {
      $0["type"] != nil && $0["alternatives"]?.elements.first?["content"] != nil
    } ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    var words = WordCues()
    for result in root["results"]?.elements ?? .none {
      let best = result["alternatives"]?.elements.first
      guard let text = best?["content"]?.bytes else { continue }
      words.append(
        text, start: result["start_time"]?.seconds, end: result["end_time"]?.seconds,
        speaker: best?["speaker"]?.label.flatMap { $0 == "UU" ? nil : $0 },
        clings: result["attaches_to"]?.string == "previous"
          || result["type"]?.string == "punctuation", into: &builder)
    }
    words.flush(into: &builder)
  }
}
