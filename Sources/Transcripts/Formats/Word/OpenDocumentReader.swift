/// Text documents of LibreOffice (`.odt`), read as those of Word are.
struct OpenDocumentReader: TranscriptReader {
  let format = TranscriptFormat(
    "odt", "LibreOffice text documents: meeting transcripts, tables or text",
    extensions: ["odt"], keeps: [.starts, .speakers, .metadata])

  private static let mainPath = "content.xml"
  private static let properties = "meta.xml"

  /// Spreadsheets have a `content.xml`, too: the type, which is the first member and not compressed, decides.
  func claim(on file: SourceFile) -> FormatClaim {
    guard file.memberPaths.first == "mimetype", file.memberPaths.contains(Self.mainPath) else {
      return .none
    }
    let type = Array("application/vnd.oasis.opendocument.text".utf8)
    let head = file.archive?.prefix(128) ?? []
    return head.indices.contains { head[$0...].starts(with: type) } ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) throws(TranscriptError) {
    guard let archive = file.archive else { throw TranscriptError(.otherFormat(format.name)) }
    let parts = try OfficeDocument.members([Self.mainPath, Self.properties], in: archive)
    guard let main = parts[Self.mainPath] else {
      throw TranscriptError(.otherFormat(format.name))
    }
    let collector = OpenDocumentText()
    MarkupReader.read(main, as: .xml, by: collector, into: &builder)
    try collector.text.read(into: &builder)
    if let properties = parts[Self.properties] {
      MarkupReader.read(properties, as: .xml, by: DocumentProperties(), into: &builder)
    }
  }
}

/// Collects the text of `content.xml`.
private final class OpenDocumentText: MarkupHandler {
  private(set) var text = DocumentText()
  /// How many paragraphs and headings are open; text stands only in them.
  private var depth = 0
  /// How many elements around hold no text of the document.
  private var hidden = 0

  private static let hiding: Set<String> = [
    "annotation", "note", "tracked-changes", "ruby-text", "desc", "title",
  ]

  func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    if Self.hiding.contains(element.name) { hidden += 1 }
    guard hidden == 0 else { return }
    switch element.name {
    case "p", "h": depth += 1
    case "line-break": text.append(DocumentText.lineBreak)
    case "tab", "s": text.append(0x20)
    case "table": text.startTable()
    default: break
    }
  }

  func end(_ name: String, _ builder: inout TranscriptBuilder) {
    if Self.hiding.contains(name) {
      hidden -= 1
      return
    }
    guard hidden == 0 else { return }
    switch name {
    case "p", "h":
      depth -= 1
      if depth == 0 { text.endParagraph() }
    case "table-cell": text.endCell()
    case "table-row": text.endRow()
    case "table": text.endTable()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if depth > 0, hidden == 0 { text.append(bytes) }
  }
}
