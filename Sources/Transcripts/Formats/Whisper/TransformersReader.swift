/// JSON of transformers' speech recognition pipelines and insanely-fast-whisper: `chunks` with `timestamp`, a
/// pair of seconds whose second one may be null.
///
/// insanely-fast-whisper has the chunks once more in `speakers`, with who says them. Chunks of single words are
/// joined.
struct TransformersReader: JSONFormReader {
  let format = TranscriptFormat(
    "transformers", "JSON of transformers pipelines, insanely-fast-whisper", extensions: ["json"],
    keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool { Self.isList(root["chunks"]) }

  private static func isList(_ list: JSONValue?) -> Bool {
    list?.elements.begins { $0["text"]?.bytes != nil && $0["timestamp"]?.kind == .list } ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard let list = Self.isList(root["speakers"]) ? root["speakers"] : root["chunks"] else {
      return
    }
    JSONPieces(isUniform: true).append(list.elements, to: &builder) { chunk in
      var times = chunk["timestamp"]?.elements ?? .none
      let (start, end) = (times.next(), times.next())
      return JSONCue(
        chunk["text"], start: start?.seconds, end: end?.seconds,
        speaker: chunk["speaker"]?.label)
    }
  }
}
