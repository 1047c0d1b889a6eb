/// SubStation Alpha (`.ssa`) and Advanced SubStation Alpha (`.ass`).
///
/// Dialogue lines are read by the columns that the Format line of their events names. Comments, drawings and
/// embedded fonts are no text.
struct SubStationReader: TranscriptReader {
  let format = TranscriptFormat(
    "ass", "(Advanced) SubStation Alpha", extensions: ["ass", "ssa"],
    keeps: [.times, .speakers, .words])

  private static let sections = [
    "[script info]", "[v4 styles]", "[v4+ styles]", "[v4 styles+]", "[v4++ styles]", "[events]",
    "[aegisub project garbage]", "[fonts]", "[graphics]",
  ]

  /// The first line that is no comment is the header of a section.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    var isPossible = false
    while let line = lines.next() {
      let line = line.trimmed
      guard let first = line.first, first != UInt8(ascii: ";"), first != UInt8(ascii: "!") else {
        continue
      }
      if !isPossible, Self.sections.contains(line.prefix(40).string.lowercased()) {
        return .certain
      }
      isPossible = true
      if Self.value(of: "dialogue:", in: line) != nil { return .possible }
    }
    return .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    builder.sortsByStart = true
    var lines = LineScanner(file.text.bytes)
    var columns = SubStationColumns()
    var text = SubStationText()
    var isEmbedded = false
    while let line = lines.next() {
      if let header = Self.header(line) {
        isEmbedded = header == "[fonts]" || header == "[graphics]"
      } else if isEmbedded {
        continue
      } else if let names = Self.value(of: "format:", in: line) {
        columns = SubStationColumns(names) ?? columns
      } else if let row = Self.value(of: "dialogue:", in: line) {
        builder.line = lines.line
        Self.read(row, columns, &text, &builder)
      }
    }
  }

  private static func read(
    _ row: ArraySlice<UInt8>, _ columns: SubStationColumns, _ text: inout SubStationText,
    _ builder: inout TranscriptBuilder
  ) {
    let (line, place) = (builder.line, row.startIndex)
    guard let event = columns.event(in: row) else {
      let count = row.count { $0 == UInt8(ascii: ",") } + 1
      return builder.warn(.rowWithoutText(fields: count), line: line, position: place)
    }
    let (start, end) = (TimeCode.clock(event.start), TimeCode.clock(event.end))
    if start == nil || end == nil { builder.warn(.unreadableTimes, line: line, position: place) }
    if let start, let end, end < start {
      builder.warn(.cueEndsBeforeStart, line: line, position: place)
    }
    let speaker = event.name.isEmpty ? nil : event.name.string
    let count = builder.cueCount
    let words = text.words(of: event.text)
    builder.highlight = text.highlight
    for time in text.times { builder.addWordTime(start.map { $0 + time.start }, at: time.place) }
    builder.append(words, start: start, end: end, speaker: speaker)
    if builder.cueCount == count, !text.hasDrawing { builder.noteEmptyCue() }
  }

  /// The header of a section, in lower case.
  private static func header(_ line: ArraySlice<UInt8>) -> String? {
    guard line.first == UInt8(ascii: "["), line.count <= 40 else { return nil }
    let name = line.trimmed.string.lowercased()
    return sections.contains(name) ? name : nil
  }

  /// What follows a key, which may be in any case.
  private static func value(
    of key: StaticString, in line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    let line = line.first ?? 0 <= 0x20 ? line.trimmed : line
    return line.startsCaselessly(with: key) ? line.dropFirst(key.utf8CodeUnitCount) : nil
  }
}
