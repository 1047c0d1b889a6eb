/// Documents of Microsoft Word (`.docx`), as 飞书妙记, 通义听悟, 腾讯会议 and Teams export meetings.
///
/// Paragraphs are lines; deleted text, field codes, notes and comments are no text. A document that is a table is
/// read as one; else the lines are read as a text file would be: turns of a meeting, stamped lines, plain text.
struct WordReader: TranscriptReader {
  let format = TranscriptFormat(
    "docx", "Word documents: meeting transcripts, tables or text", extensions: ["docx"],
    keeps: [.starts, .speakers, .metadata])

  private static let properties = "docProps/core.xml"

  func claim(on file: SourceFile) -> FormatClaim {
    Self.mainPath(in: file) == nil ? .none : .certain
  }

  /// The part with the text: Word calls it `document`, some services `document2`.
  private static func mainPath(in file: SourceFile) -> String? {
    file.memberPaths.first { $0.hasPrefix("word/document") && $0.hasSuffix(".xml") }
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) throws(TranscriptError) {
    guard let archive = file.archive, let path = Self.mainPath(in: file) else {
      throw TranscriptError(.otherFormat(format.name))
    }
    let parts = try OfficeDocument.members([path, Self.properties], in: archive)
    guard let main = parts[path] else { throw TranscriptError(.otherFormat(format.name)) }
    let collector = WordText()
    MarkupReader.read(main, as: .xml, by: collector, into: &builder)
    try collector.text.read(into: &builder)
    if let properties = parts[Self.properties] {
      MarkupReader.read(properties, as: .xml, by: DocumentProperties(), into: &builder)
    }
  }
}

/// Collects the text of `word/document.xml`.
private final class WordText: MarkupHandler {
  private(set) var text = DocumentText()
  private var isText = false
  /// How many elements around hold what is no text of the document: the other form of what is there already.
  private var hidden = 0

  func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "t": isText = true
    case "tbl": text.startTable()
    // Tab stops among the properties of a paragraph are called `tab`, too.
    case "Fallback", "moveFrom", "pPr": hidden += 1
    default: if hidden == 0 { appendMark(element.name) }
    }
  }

  private func appendMark(_ name: String) {
    switch name {
    case "br", "cr": text.append(DocumentText.lineBreak)
    case "tab": text.append(0x09)
    case "noBreakHyphen": text.append(UInt8(ascii: "-"))
    default: break
    }
  }

  func end(_ name: String, _ builder: inout TranscriptBuilder) {
    switch name {
    case "t": isText = false
    case "p": text.endParagraph()
    case "tc": text.endCell()
    case "tr": text.endRow()
    case "tbl": text.endTable()
    case "Fallback", "moveFrom", "pPr": hidden -= 1
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if isText, hidden == 0 { text.append(bytes) }
  }
}
