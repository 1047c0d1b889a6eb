/// Dumps of faster-whisper's segments: a list of objects, or of lists where its tuples were written.
///
/// A tuple is `id, seek, start, end, text, …`; people also write `start, end, text`.
struct FasterWhisperReader: JSONFormReader {
  let format = TranscriptFormat(
    "faster-whisper", "JSON with segments of faster-whisper", extensions: ["json"],
    keeps: [.times, .words])

  func claims(_ root: JSONValue) -> Bool {
    let list = Self.list(root)
    return list.begins { $0["seek"] != nil && $0["start"] != nil && $0["text"]?.bytes != nil }
      || list.begins { Self.textPlace(in: $0) != nil }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    builder.append(
      elements: Self.list(root), words: (list: Self.words, word: Self.word), cue: Self.cue)
  }

  private static func cue(_ segment: JSONValue) -> JSONCue {
    guard segment.kind == .list else {
      return JSONCue(
        segment["text"], start: segment["start"]?.seconds, end: segment["end"]?.seconds)
    }
    guard let place = textPlace(in: segment) else { return JSONCue(nil, start: nil, end: nil) }
    let fields = Array(segment.elements.prefix(5))
    return JSONCue(
      fields[place], start: fields[place - 2].seconds, end: fields[place - 1].seconds)
  }

  /// The words of a segment; of a tuple a list of tuples behind all else that tells of it.
  private static func words(of segment: JSONValue) -> JSONValue? {
    guard segment.kind == .list else { return segment["words"] }
    return segment.elements.dropFirst(5).first { $0.elements.first?.kind == .list }
  }

  /// A word, which is an object or the tuple `start, end, word, probability`.
  private static func word(_ word: JSONValue) -> JSONCue {
    guard word.kind == .list else { return WhisperJSONReader.word(word) }
    let fields = Array(word.elements.prefix(3))
    return JSONCue(fields.count > 2 ? fields[2] : nil, start: fields.first?.seconds, end: nil)
  }

  /// The list, or that of an object with lists in `segments`.
  private static func list(_ root: JSONValue) -> JSONValue.Elements {
    guard root.kind != .list else { return root.elements }
    let segments = root["segments"]?.elements ?? .none
    return segments.first?.kind == .list ? segments : .none
  }

  /// Where the text of a tuple stands, behind start and end.
  private static func textPlace(in tuple: JSONValue) -> Int? {
    let fields = Array(tuple.elements.prefix(5))
    return [4, 2].first { place in
      fields.count > place && fields[place].kind == .string
        && fields[..<place].allSatisfy { $0.kind == .number }
    }
  }
}
