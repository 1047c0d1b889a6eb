/// Akoma Ntoso, in which parliaments and SayIt's archives publish debates, of any version.
///
/// Each block of text is a cue: a paragraph, a heading, what a narrative or a scene says. The speaker is that of
/// the speech around it, by the name under which the document lists the person. The first heading is the title
/// too, and a date at its start is the date.
struct AkomaNtosoReader: XMLFormReader {
  let format = TranscriptFormat(
    "akomantoso", "Akoma Ntoso, as SayIt archives", extensions: ["xml", "an"],
    keeps: [.speakers, .metadata])

  func claims(_ root: MarkupRoot) -> Bool { root.name == "akomantoso" }

  func handler() -> any MarkupHandler { AkomaNtosoHandler() }
}

private struct AkomaNtosoHandler: MarkupHandler {
  private static let blocks: Set<String> = [
    "p", "block", "heading", "subheading", "crossHeading", "num", "narrative", "scene", "summary",
    "speech", "speechGroup", "question", "answer", "other", "from", "li", "item", "td", "th", "tr",
    "caption", "debateSection", "longTitle", "br", "eol", "remark", "tocItem", "signature",
  ]
  private static let speeches: Set<String> = ["speech", "speechGroup", "question", "answer"]

  // Most elements are these.
  private static func isBlock(_ name: String) -> Bool {
    name == "p" || name == "speech" || blocks.contains(name)
  }

  private static func isSpeech(_ name: String) -> Bool {
    name == "speech" || name != "p" && speeches.contains(name)
  }

  private var names: [String: String] = [:]
  /// The speakers of the speeches that are open, where they name one.
  private var speakers: [String?] = []
  private var text = MarkupText()
  /// How many elements without text, such as `meta`, are open.
  private var hidden = 0

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "meta": hidden += 1
    case "TLCPerson", "TLCRole", "TLCOrganization":
      if let id = element["eId"] ?? element["id"] { names[id] = element["showAs"] }
    case "FRBRalias":
      if builder.metadata.title.isEmpty { builder.metadata.title = element["value"] ?? "" }
    case "FRBRdate" where builder.metadata.date.isEmpty: setDate(element["date"], &builder)
    case "docDate" where builder.metadata.date.isEmpty: setDate(element["date"], &builder)
    default: break
    }
    if Self.isBlock(element.name) { flush(&builder) }
    if Self.isSpeech(element.name) { speakers.append(name(of: element)) }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    if name == "from" { takeSpeaker() }
    if name == "heading" { takeTitle(&builder) }
    if Self.isBlock(name) { flush(&builder) }
    if Self.isSpeech(name) { _ = speakers.popLast() }
    if name == "meta" { hidden = max(hidden - 1, 0) }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if hidden == 0 { text.append(bytes) }
  }

  mutating func finish(_ builder: inout TranscriptBuilder) { flush(&builder) }

  /// `by="#id"`, or the role in which somebody speaks.
  private func name(of speech: MarkupElement) -> String? {
    guard let reference = speech["by"] ?? speech["as"] else { return speakers.last ?? nil }
    let id = reference.drop { $0 == "#" }
    return names[String(id)] ?? String(id)
  }

  /// The name as it is said in the text stands for a speaker that is not listed.
  private mutating func takeSpeaker() {
    let said = String(decoding: text.take(), as: UTF8.self)
    guard let last = speakers.indices.last else { return }
    let isListed = speakers[last].map { names.values.contains($0) } ?? false
    if !isListed, !said.isEmpty { speakers[last] = said.trimmingColon() }
  }

  private mutating func takeTitle(_ builder: inout TranscriptBuilder) {
    guard builder.metadata.title.isEmpty else { return }
    var title = text.bytes[...]
    if let date = DateText.leading(&title), builder.metadata.date.isEmpty {
      builder.metadata.date = date
    }
    builder.metadata.title = title.trimmed.string
  }

  private func setDate(_ text: String?, _ builder: inout TranscriptBuilder) {
    builder.metadata.date = DateText.first(in: Array((text ?? "").utf8)[...]) ?? ""
  }

  private mutating func flush(_ builder: inout TranscriptBuilder) {
    let words = text.take()
    builder.append(words[...], speaker: speakers.last ?? nil)
  }
}

extension String {
  /// The name without a colon at its end.
  func trimmingColon() -> String {
    var name = Array(utf8)[...].trimmed
    if name.last == UInt8(ascii: ":") { name = name.dropLast() }
    if name.suffix(3).elementsEqual("：".utf8) { name = name.dropLast(3) }
    return name.trimmed.string
  }
}
