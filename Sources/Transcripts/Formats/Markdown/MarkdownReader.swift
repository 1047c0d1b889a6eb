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
    var text: [UInt8] = []
    var shape: TurnHeader.Shape?
    var isJudged = false
    for block in blocks.blocks {
      if !isJudged, text.count > SourceFile.headLength {
        (isJudged, shape) = (true, TurnSurvey(text[...], isWhole: false).shape)
        if shape == nil { return false }
      }
      let plain = MarkdownInline.text(block.text, linkNames: blocks.linkNames).filter {
        $0 != MarkdownInline.strongStart && $0 != MarkdownInline.strongEnd
      }
      text += plain.map { $0 == MarkdownBlocks.hardBreak ? 0x0A : $0 }
      text.append(0x0A)
    }
    if !isJudged { shape = TurnSurvey(text[...]).shape }
    // Times before headings are those of chapters.
    guard let shape, shape != .timeThenName else { return false }
    let front = builder.metadata
    MeetingReader.read(text, shape: shape, into: &builder)
    if !front.title.isEmpty { builder.metadata.title = front.title }
    if !front.date.isEmpty { builder.metadata.date = front.date }
    return true
  }
}
