/// Markdown: scripts, show notes, notes of meetings.
///
/// Headings, quotations, items of lists, paragraphs and cells of tables are cues; marks, targets of links, images, tags
/// and comments are no text. Front matter gives title, date, show and link. `**Name**：` is a speaker, who goes on until
/// the next heading; a time at the begin of a paragraph is its start, if such times are in order. What is mostly a table
/// with a column of times is read as one.
struct MarkdownReader: TranscriptReader {
  let format = TranscriptFormat(
    "markdown", "Markdown with or without front matter", extensions: ["md", "markdown", "mdown"],
    keeps: [.starts, .speakers, .metadata])

  /// Any text may be Markdown.
  func claim(on file: SourceFile) -> FormatClaim {
    format.extensions.contains(file.fileExtension) && file.isText ? .possible : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    let front = FrontMatter(file.text.bytes)
    builder.metadata = front.metadata
    let blocks = MarkdownBlocks(file.text.bytes, from: front.end, line: front.line)
    let inline = MarkdownInline(linkNames: Self.linkNames(of: blocks, in: file.text.bytes))
    if readTurns(of: blocks, inline, into: &builder) { return }
    if readTable(of: blocks, inline, into: &builder) { return }
    readCues(of: blocks, inline, speaker: front.speaker, into: &builder)
  }

  /// What references of links are called, which may be defined behind them.
  private static func linkNames(of blocks: MarkdownBlocks, in bytes: [UInt8]) -> Set<String> {
    guard bytes[...].contains("]:") else { return [] }
    var blocks = blocks
    while blocks.next() != nil {}
    return blocks.linkNames
  }

  /// Blocks among which a table begins where a document is one.
  private static let blocksAboveTable = 16

  /// Reads a document that is a table of cues with times.
  private func readTable(
    of blocks: MarkdownBlocks, _ inline: MarkdownInline, into builder: inout TranscriptBuilder
  ) -> Bool {
    var (blocks, inline, rows, others) = (blocks, inline, [UInt8](), 0)
    var count = 0
    while let block = blocks.next() {
      let text = blocks.text[block.text]
      count += 1
      guard block.kind == .row else {
        if rows.isEmpty, count == Self.blocksAboveTable { return false }
        others += text.count
        continue
      }
      rows += inline.plain(text).compactMap { byte in
        let isMark = byte == MarkdownInline.strongStart || byte == MarkdownInline.strongEnd
        return byte == 0x0A ? TableLayout.tab : isMark ? nil : byte
      }
      rows.append(0x0A)
    }
    guard others < rows.count,
      let layout = TableLayout.find(in: rows, delimiter: TableLayout.tab, isQuoted: false),
      layout.hasHeader, layout.hasTimes
    else { return false }
    DelimitedReader.read(rows, layout, into: &builder)
    return true
  }

  private func readCues(
    of blocks: MarkdownBlocks, _ inline: MarkdownInline, speaker: String?,
    into builder: inout TranscriptBuilder
  ) {
    var (blocks, inline) = (blocks, inline)
    var cues = MarkdownCues(speaker: speaker)
    while let block = blocks.next() {
      let text = blocks.text[block.text]
      cues.take(block.kind == .code ? text : inline.plain(text), of: block)
    }
    cues.finish(&builder)
  }

  /// Reads lines with speaker and time above the words, as services that export Markdown write them.
  private func readTurns(
    of blocks: MarkdownBlocks, _ inline: MarkdownInline, into builder: inout TranscriptBuilder
  ) -> Bool {
    let head = plainText(of: blocks, inline, atLeast: SourceFile.headLength)
    // Times before headings are those of chapters.
    guard let shape = TurnSurvey(head[...], isWhole: head.count < SourceFile.headLength).shape,
      shape != .timeThenName
    else { return false }
    let front = builder.metadata
    let text = plainText(of: blocks, inline, atLeast: .max)
    MeetingReader.read(text, shape: shape, into: &builder)
    if !front.title.isEmpty { builder.metadata.title = front.title }
    if !front.date.isEmpty { builder.metadata.date = front.date }
    return true
  }

  /// The lines of the blocks without marks, with blank lines between the blocks.
  private func plainText(
    of blocks: MarkdownBlocks, _ inline: MarkdownInline, atLeast count: Int
  ) -> [UInt8] {
    var (blocks, inline) = (blocks, inline)
    var text: [UInt8] = []
    while text.count < count, let block = blocks.next() {
      for byte in inline.plain(blocks.text[block.text]) {
        switch byte {
        case MarkdownInline.strongStart, MarkdownInline.strongEnd: continue
        case MarkdownBlocks.hardBreak: text.append(0x0A)
        default: text.append(byte)
        }
      }
      text.append(0x0A)
    }
    return text
  }
}
