/// Markdown: scripts, show notes, notes of meetings.
///
/// Headings, quotations, items of lists, paragraphs and cells of tables are cues; marks, targets of links, images, tags
/// and comments are no text. Front matter gives title, date, show and link. `**Name**：` is a speaker, who goes on until
/// the next heading; a time at the begin of a paragraph is its start, if such times are in order.
struct MarkdownReader: TranscriptReader {
  let format = TranscriptFormat(
    "markdown", "Markdown with or without front matter", extensions: ["md", "markdown", "mdown"],
    keeps: [.starts, .speakers, .metadata])

  /// Any text may be Markdown.
  func claim(on file: SourceFile) -> FormatClaim { PlainTextReader().claim(on: file) }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    let front = FrontMatter(file.text.bytes)
    builder.metadata = front.metadata
    let blocks = MarkdownBlocks(file.text.bytes, from: front.end, line: front.line)
    if readTurns(of: blocks, into: &builder) { return }
    var cues = MarkdownCues(speaker: front.speaker)
    for block in blocks.blocks {
      let text =
        block.kind == .code
        ? block.text : MarkdownInline.text(block.text, linkNames: blocks.linkNames)
      cues.take(text, of: block)
    }
    cues.finish(&builder)
  }

  /// Reads lines with speaker and time above the words, as services that export Markdown write them.
  private func readTurns(
    of blocks: MarkdownBlocks, into builder: inout TranscriptBuilder
  ) -> Bool {
    let head = plainText(of: blocks, atLeast: SourceFile.headLength)
    // Times before headings are those of chapters.
    guard let shape = TurnSurvey(head[...], isWhole: head.count < SourceFile.headLength).shape,
      shape != .timeThenName
    else { return false }
    let front = builder.metadata
    MeetingReader.read(plainText(of: blocks, atLeast: .max), shape: shape, into: &builder)
    if !front.title.isEmpty { builder.metadata.title = front.title }
    if !front.date.isEmpty { builder.metadata.date = front.date }
    return true
  }

  /// The lines of the blocks without marks, with blank lines between the blocks.
  private func plainText(of blocks: MarkdownBlocks, atLeast count: Int) -> [UInt8] {
    var text: [UInt8] = []
    for block in blocks.blocks where text.count < count {
      for byte in MarkdownInline.text(block.text, linkNames: blocks.linkNames) {
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
