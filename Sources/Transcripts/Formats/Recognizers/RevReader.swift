/// JSON of Rev AI: `monologues` of one speaker, with elements of text, which have seconds, and of punctuation, which
/// brings the spaces.
struct RevReader: JSONFormReader {
  let format = TranscriptFormat(
    "rev", "JSON of Rev AI", extensions: ["json"], keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    root["monologues"]?.elements.begins { $0["elements"]?.kind == .list } ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    let names = Self.names(root["speakers"])
    for monologue in root["monologues"]?.elements ?? .none {
      let speaker = monologue["speaker"]?.label
      var words = WordCues(bringsSpaces: true)
      for element in monologue["elements"]?.elements ?? .none {
        guard let text = element["value"]?.bytes else { continue }
        words.append(
          text, start: element["ts"]?.seconds, end: element["end_ts"]?.seconds,
          speaker: speaker.map { names[$0] ?? $0 }, clings: element["type"]?.string == "punct",
          into: &builder)
      }
      words.flush(into: &builder)
    }
  }

  /// What the speakers of numbers are called, where somebody told.
  private static func names(_ speakers: JSONValue?) -> [String: String] {
    var names: [String: String] = [:]
    for speaker in speakers?.elements ?? .none {
      guard let id = speaker["id"]?.label, let name = speaker["name"]?.label else { continue }
      names[id] = name
    }
    return names
  }
}
