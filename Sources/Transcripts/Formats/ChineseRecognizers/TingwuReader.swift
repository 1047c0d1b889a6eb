/// JSON of 通义听悟's interface: `Paragraphs` of one speaker, with words that name their sentence.
struct TingwuReader: JSONFormReader {
  let format = TranscriptFormat(
    "tingwu-json", "JSON of 通义听悟", extensions: ["json"], keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    Self.paragraphs(root).begins { $0["Words"]?.elements.begins { $0["Text"] != nil } ?? false }
  }

  private static func paragraphs(_ root: JSONValue) -> JSONValue.Elements {
    (root["Transcription"]?["Paragraphs"] ?? root["Paragraphs"])?.elements ?? .none
  }

  /// A sentence of a paragraph is a cue; channels may stand one behind the other.
  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    builder.sortsByStart = true
    for paragraph in Self.paragraphs(root) {
      let speaker = paragraph["SpeakerId"]?.label
      var (words, sentence) = (WordCues(), String?.none)
      for word in paragraph["Words"]?.elements ?? .none {
        guard let text = word["Text"]?.bytes else { continue }
        let id = word["SentenceId"]?.label
        if id != sentence { words.flush(into: &builder) }
        sentence = id
        words.append(
          text, start: word["Start"]?.milliseconds, end: word["End"]?.milliseconds,
          speaker: speaker, into: &builder)
      }
      words.flush(into: &builder)
    }
  }
}
