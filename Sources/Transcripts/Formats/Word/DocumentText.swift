/// The text of a document of a word processor, in the forms in which readers of text take it.
struct DocumentText {
  /// Paragraphs with blank lines between them; line breaks inside of them are kept.
  private(set) var broken: [UInt8] = []
  /// A paragraph a line.
  private(set) var lines: [UInt8] = []
  /// The rows of tables, their cells with tabs between.
  private(set) var rows: [UInt8] = []
  /// Bytes of paragraphs outside of tables.
  private var otherCount = 0
  private var paragraph: [UInt8] = []
  private var cell: [UInt8] = []
  private var depth = 0
  private var isFirstCell = true

  static let lineBreak: UInt8 = 0x0A

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { paragraph.append(contentsOf: bytes) }

  mutating func append(_ byte: UInt8) { paragraph.append(byte) }

  mutating func endParagraph() {
    broken += paragraph
    broken += [0x0A, 0x0A]
    let start = lines.count
    lines += paragraph
    for index in start..<lines.count where lines[index] == Self.lineBreak { lines[index] = 0x20 }
    lines.append(0x0A)
    if depth > 0 {
      if !cell.isEmpty { cell.append(0x20) }
      cell += lines[start..<(lines.count - 1)]
    } else {
      otherCount += paragraph.count
    }
    paragraph.removeAll(keepingCapacity: true)
  }

  mutating func startTable() { depth += 1 }

  mutating func endTable() { depth = max(depth - 1, 0) }

  /// Cells of tables in tables are text of the outer cell.
  mutating func endCell() {
    guard depth == 1 else { return }
    if !isFirstCell { rows.append(0x09) }
    isFirstCell = false
    for index in cell.indices where cell[index] == 0x09 { cell[index] = 0x20 }
    rows += cell
    cell.removeAll(keepingCapacity: true)
  }

  mutating func endRow() {
    guard depth == 1 else { return }
    rows.append(0x0A)
    isFirstCell = true
  }

  /// Adds the cues: of a table, of the turns of a meeting, or of what else the lines are.
  ///
  /// - Throws: `TranscriptError`.
  func read(into builder: inout TranscriptBuilder) throws(TranscriptError) {
    if otherCount < rows.count,
      let layout = TableLayout.find(in: rows, delimiter: TableLayout.tab, isQuoted: false)
    {
      return DelimitedReader.read(rows, layout, into: &builder)
    }
    if let shape = TurnSurvey(broken.prefix(SourceFile.headLength)).shape {
      return MeetingReader.read(broken, shape: shape, into: &builder)
    }
    if let blocks = TurnBlocks(broken.prefix(SourceFile.headLength)) {
      var reader = TurnBlockReader(blocks.shape)
      return reader.read(broken, into: &builder)
    }
    let file = try SourceFile(lines, fileName: "lines.txt", encoding: "UTF-8")
    try FormatTable.reader(for: file).read(file, into: &builder)
  }
}
