/// HTML: the text of the body, each block of which is a cue.
///
/// Scripts, styles and navigation have no text. What `<cite>` names outside of a text speaks the blocks that
/// follow, and a clock time in `<time>` is the start of the next one, as in the transcripts of Podcasting 2.0. Where
/// nothing names either, times in the text are those of its lines, as noScribe writes them.
struct PageReader: TranscriptReader {
  let format = TranscriptFormat(
    "html", "HTML, including transcripts of Podcasting 2.0", extensions: ["html", "htm", "xhtml"],
    keeps: [.starts, .speakers, .metadata])

  func claim(on file: SourceFile) -> FormatClaim {
    guard let root = file.root else { return .none }
    return root.isHTML ? .certain : root.mayBeHTML ? .possible : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    MarkupReader.read(file.text, as: .html, by: PageHandler(), into: &builder)
    guard let lines = builder.plainLines,
      let file = try? SourceFile(lines, fileName: "lines.txt", encoding: "UTF-8")
    else { return }
    if MeetingReader().claim(on: file) == .certain {
      builder.removeCues()
      MeetingReader().read(file, into: &builder)
    } else if StampedTextReader().claim(on: file) == .certain {
      builder.removeCues()
      StampedTextReader().read(file, into: &builder)
    }
  }
}

private struct PageHandler: MarkupHandler {
  private static let inlines: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font",
    "i", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small",
    "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "img",
  ]
  private static let hiddenNames: Set<String> = [
    "head", "script", "style", "nav", "noscript", "template", "svg", "math", "select", "button",
    "textarea", "iframe", "object", "audio", "video", "canvas",
  ]

  // Most elements are these.
  private static func isInline(_ name: String) -> Bool {
    name != "p" && name != "div" && inlines.contains(name)
  }

  private static func isHidden(_ name: String) -> Bool {
    name != "p" && name != "div" && name != "span" && name != "br" && hiddenNames.contains(name)
  }

  private var text = MarkupText()
  private var ruby = RubyReadings()
  private var page = PageMetadata()
  private var (hidden, verbatim) = (0, 0)
  private var breaks = 0
  /// Whether a `<cite>` or `<time>` is open that began a text, and what was read of it.
  private var label: String?
  private var labelText = MarkupText()
  private var speaker: String?
  private var start: Int?

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    page.start(element, &builder)
    ruby.meet(element.name, isEnd: false)
    switch element.name {
    case "br": countBreak(&builder)
    case "cite" where text.isEmpty, "time" where text.isEmpty:
      label = element.name
      labelText.clear()
    default: if !Self.isInline(element.name) { flush(&builder) }
    }
    if Self.isHidden(element.name) { hidden += 1 }
    if element.name == "pre" { verbatim += 1 }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    page.end(name, &builder)
    ruby.meet(name, isEnd: true)
    if Self.isHidden(name) { hidden -= 1 }
    if name == "pre" { verbatim -= 1 }
    if name == label {
      takeLabel(name)
    } else if name != "br", !Self.isInline(name) {
      flush(&builder)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    page.text(bytes)
    guard hidden == 0, !ruby.isReading else { return }
    if label != nil { return labelText.append(bytes) }
    guard verbatim > 0 else { return append(bytes) }
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { flush(&builder) }
      append(UnsafeBufferPointer(rebasing: line))
    }
  }

  mutating func finish(_ builder: inout TranscriptBuilder) { flush(&builder) }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if breaks > 0, bytes.contains(where: { $0 > 0x20 }) { breaks = 0 }
    text.append(bytes)
  }

  /// One line break is a space, two of them part cues.
  private mutating func countBreak(_ builder: inout TranscriptBuilder) {
    breaks += 1
    if breaks > 1 { flush(&builder) } else { text.appendBreak() }
  }

  /// A name ends with a colon, or stands outside of a paragraph; a time is a clock time. Else they are text.
  private mutating func takeLabel(_ name: String) {
    label = nil
    let bytes = labelText.take()
    let words = String(decoding: bytes, as: UTF8.self)
    if name == "time", let time = TimeCode.clock(bytes[...]) {
      start = time
    } else if name == "cite", !words.isEmpty {
      (speaker, start) = (words.trimmingColon(), nil)
    } else {
      text.append(words)
    }
  }

  private mutating func flush(_ builder: inout TranscriptBuilder) {
    breaks = 0
    if label != nil { takeLabel(label ?? "") }
    guard !text.isEmpty else { return text.clear() }
    let words = text.take()
    builder.append(words[...], start: start, speaker: speaker)
    start = nil
  }
}
