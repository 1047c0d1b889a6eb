/// Takes title and date from the properties of a document: `docProps/core.xml` of Word, `meta.xml` of OpenDocument.
struct DocumentProperties: MarkupHandler {
  private var name = ""
  private var value: [UInt8] = []
  private var title = ""
  private var date = ""

  /// When the template was made that python-docx begins every document with.
  private static let templateDate = "2013-12-23T23:15:00Z"

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    name = element.name
    value.removeAll(keepingCapacity: true)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if name == "title" || Self.isDate(name) { value.append(contentsOf: bytes) }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    guard name == self.name else { return }
    let text = value[...].trimmed
    if name == "title" { title = text.string }
    if Self.isDate(name), text.string != Self.templateDate {
      date = DateText.first(in: text.prefix(10)) ?? date
    }
    self.name = ""
  }

  private static func isDate(_ name: String) -> Bool {
    name == "created" || name == "creation-date"
  }

  /// What the text says of itself is nearer to the recording.
  func finish(_ builder: inout TranscriptBuilder) {
    if builder.metadata.title.isEmpty { builder.metadata.title = title }
    if builder.metadata.date.isEmpty { builder.metadata.date = date }
  }
}
