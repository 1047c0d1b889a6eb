/// YouTube's third form of XML (`srv3`, `.ytt`): `<timedtext format="3"><body><p t="0" d="2000"><s>…`.
///
/// The second form (`srv2`) is the same with `text` for `p`. Times are whole milliseconds; those of words count from the
/// start of their paragraph. Paragraphs that only break the line of a window that goes on (`a="1"`) have no text.
struct YouTubeTimedTextReader: XMLFormReader {
  let format = TranscriptFormat(
    "srv3", "YouTube captions in XML (srv3)", extensions: ["srv3", "ytt", "xml"],
    keeps: [.times, .words])

  func claims(_ root: MarkupRoot) -> Bool { root.name == "timedtext" }

  func handler() -> any MarkupHandler {
    CueElementHandler(names: ["p", "text"]) { element in
      let start = TimeCode.milliseconds(element.number("t"))
      let length = TimeCode.milliseconds(element.number("d"))
      return (start, length.flatMap { length in start.map { $0 + length } })
    }
  }
}

/// YouTube's first form of XML (`srv1`): `<transcript><text start="0.5" dur="2">…`, with entities that are
/// escaped twice.
struct YouTubeTranscriptReader: XMLFormReader {
  let format = TranscriptFormat(
    "srv1", "YouTube captions in XML (srv1)", extensions: ["srv1", "xml"], keeps: .times)

  func claims(_ root: MarkupRoot) -> Bool { root.name == "transcript" }

  /// Other files begin like this too.
  func claim(on file: SourceFile) -> FormatClaim {
    guard file.root.map(claims) ?? false else { return .none }
    return file.head[...].contains("<text start=") ? .certain : .none
  }

  func handler() -> any MarkupHandler {
    CueElementHandler(names: ["text"], isEscapedTwice: true) { element in
      let start = element.number("start")
      let length = element.number("dur")
      let end = length.flatMap { length in start.map { $0 + length } }
      return (TimeCode.seconds(start), TimeCode.seconds(end))
    }
  }
}

/// Takes each element of one name as a cue, the text of the elements inside it among its own.
private struct CueElementHandler: MarkupHandler {
  let names: [String]
  var isEscapedTwice = false
  let times: (MarkupElement) -> (start: Int?, end: Int?)
  private var text: [UInt8] = []
  private var depth = 0
  private var (start, end): (Int?, Int?)

  init(
    names: [String], isEscapedTwice: Bool = false,
    times: @escaping (MarkupElement) -> (start: Int?, end: Int?)
  ) {
    (self.names, self.isEscapedTwice, self.times) = (names, isEscapedTwice, times)
  }

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    if element.name == "br" { text.append(0x0A) }
    if element.name == "s", depth > 0, let start {
      let offset = TimeCode.milliseconds(element.number("t"))
      builder.addWordTime(offset.map { start + $0 }, at: text.count)
    }
    guard names.contains(element.name) else { return }
    if depth == 0 { (start, end) = times(element) }
    depth += 1
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if depth > 0 { text.append(contentsOf: bytes) }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    guard names.contains(name), depth > 0 else { return }
    depth -= 1
    if depth == 0 { flush(&builder) }
  }

  mutating func finish(_ builder: inout TranscriptBuilder) { flush(&builder) }

  private mutating func flush(_ builder: inout TranscriptBuilder) {
    let words = isEscapedTwice ? InformalMarkup.text(of: text[...]) : text
    builder.append(words[...], start: start, end: end)
    text.removeAll(keepingCapacity: true)
  }
}
