/// TTML in all its kinds: DFXP, iTT, IMSC, EBU-TT, SMPTE-TT.
///
/// A paragraph is a cue. Where it has no times of its own and its spans have, the spans are the cues.
struct TimedTextReader: XMLFormReader {
  let format = TranscriptFormat(
    "ttml", "TTML, DFXP, iTT, IMSC", extensions: ["ttml", "dfxp", "itt", "imsc", "xml"],
    keeps: [.times, .speakers, .metadata])

  func claims(_ root: MarkupRoot) -> Bool { root.name == "tt" && !root.isHTML }

  func handler() -> any MarkupHandler { TimedTextHandler() }
}

private struct TimedTextHandler: MarkupHandler {
  private var clock = TimedTextClock()
  private var timings = [TimedTextTiming()]
  private var text = MarkupText()
  /// How deep the reader is in the paragraph, and in the span that is a cue of its own; 0 outside.
  private var (paragraph, span) = (0, 0)
  /// How deep the reader is in what is shown to nobody; 0 outside.
  private var hidden = 0
  private var agents = TimedTextAgents()

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    builder.sortsByStart = true
    if element.name == "tt" { clock = TimedTextClock(element) }
    agents.start(element)
    timings.append(TimedTextTiming(element, in: timings[timings.count - 1], by: clock))
    switch element.name {
    case "p" where paragraph == 0: paragraph = timings.count
    case "span" where paragraph > 0 && span == 0 && isCue(element):
      flush(timings[paragraph - 1], &builder)
      span = timings.count
    case "br": text.appendBreak()
    default: break
    }
    if hidden == 0, Self.isHidden(element) { hidden = timings.count }
    text.isPreserving = timings[timings.count - 1].isPreserving
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    agents.end(name, isInHead: timings[timings.count - 1].isHead, &builder)
    guard timings.count > 1 else { return }
    let place = timings.count
    if place == span || place == paragraph { flush(timings[place - 1], &builder) }
    if place == span { span = 0 }
    if place == paragraph { paragraph = 0 }
    if place == hidden { hidden = 0 }
    let ended = timings.removeLast()
    timings[timings.count - 1].follow(ended)
    text.isPreserving = timings[timings.count - 1].isPreserving
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    agents.text(bytes)
    if paragraph > 0, hidden == 0 { text.append(bytes) }
  }

  mutating func finish(_ builder: inout TranscriptBuilder) {
    if paragraph > 0 { flush(timings[max(span, paragraph) - 1], &builder) }
  }

  /// Whether a span is a cue of its own: it has times, and its paragraph has none.
  private func isCue(_ span: MarkupElement) -> Bool {
    !timings[paragraph - 1].isTimed && timings[timings.count - 1].isTimed
  }

  /// Annotations of ruby, and what is said about the content.
  private static func isHidden(_ element: MarkupElement) -> Bool {
    switch element.name {
    case "span": ["text", "textContainer", "delimiter"].contains(element["ruby"])
    case "metadata", "desc", "title", "copyright", "agent": true
    default: false
    }
  }

  private mutating func flush(_ timing: TimedTextTiming, _ builder: inout TranscriptBuilder) {
    let words = text.take()
    builder.append(
      words[...], start: timing.start, end: timing.end, speaker: agents.name(of: timing.agent))
  }
}
