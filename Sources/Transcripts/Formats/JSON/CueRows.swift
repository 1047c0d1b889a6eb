/// Cues whose times wait for their unit until the last one is read.
struct CueRows {
  private struct Row {
    let text: Range<Int>
    let start, end, duration: CueKeys.Time
    let speaker: String?
    let line: Int?
  }

  private var text: [UInt8] = []
  private var rows: [Row] = []
  private var unit = CueTimeUnit()

  /// Adds an object with text.
  ///
  /// - Returns: whether it has text.
  mutating func append(_ object: JSONValue, keys: CueKeys, line: Int? = nil) -> Bool {
    guard let words = keys.text(of: object) else { return false }
    var end = keys.end(of: object)
    if end.value == .unknown { end = keys.endOfRange(of: object) }
    let start = keys.start(of: object)
    unit.note(start)
    unit.note(end)
    let first = text.count
    text.append(contentsOf: words)
    rows.append(
      Row(
        text: first..<text.count, start: start, end: end, duration: keys.duration(of: object),
        speaker: keys.speaker(of: object), line: line))
    return true
  }

  /// - Parameter asWords: whether the texts are words, which are joined to cues.
  func append(to builder: inout TranscriptBuilder, asWords: Bool = false) {
    var words = WordCues()
    for row in rows {
      builder.line = row.line
      let start = unit.milliseconds(row.start)
      let end =
        unit.milliseconds(row.end)
        ?? start.flatMap { start in
          unit.milliseconds(row.duration).map { start + $0 }
        }
      text[row.text].withUnsafeBufferPointer { bytes in
        if asWords {
          words.append(bytes, start: start, end: end, speaker: row.speaker, into: &builder)
        } else {
          builder.append(bytes, start: start, end: end, speaker: row.speaker)
        }
      }
    }
    words.flush(into: &builder)
  }
}
