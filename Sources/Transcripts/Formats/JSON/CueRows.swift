/// Cues whose times wait for their unit until the last one is read.
struct CueRows {
  private struct Row {
    let text: Range<Int>
    let start, end: CueTime?
    let isDuration: Bool
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
    let (start, end) = (keys.start(of: object), keys.end(of: object))
    let length = end == nil ? keys.duration(of: object) : nil
    unit.note(start)
    unit.note(end)
    let first = text.count
    text.append(contentsOf: words)
    rows.append(
      Row(
        text: first..<text.count, start: start, end: end ?? length, isDuration: length != nil,
        speaker: keys.speaker(of: object), line: line))
    return true
  }

  func append(to builder: inout TranscriptBuilder, asWords: Bool = false) {
    var words = WordCues()
    for row in rows {
      builder.line = row.line
      let start = unit.milliseconds(row.start)
      var end = unit.milliseconds(row.end)
      if row.isDuration { end = end.flatMap { length in start.map { $0 + length } } }
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
