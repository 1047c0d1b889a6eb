/// EXMARaLDA's basic transcriptions (`.exb`): the events of the tiers of type `t`, which hold what is said, are
/// the cues, and the speakers have their abbreviations.
struct ExmaraldaReader: XMLFormReader {
  let format = TranscriptFormat(
    "exb", "EXMARaLDA", extensions: ["exb"], keeps: [.times, .speakers, .metadata])

  func claims(_ root: MarkupRoot) -> Bool { root.name == "basic-transcription" }

  func handler() -> any MarkupHandler { ExmaraldaHandler() }
}

private struct ExmaraldaHandler: MarkupHandler {
  private struct Event {
    let start, end: Int?
    let speaker: String?
    let line: Int?
    var text: [UInt8] = []
  }

  private var timeline = Timeline()
  private var names: [String: String] = [:]
  private var events: [Event] = []
  private var speaker: String?
  private var (isSpoken, isEvent) = (false, false)
  /// Who is being described in the table of speakers, and the text of an element of the head.
  private var described: String?
  private var field = MarkupText()

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "tli":
      timeline.append(
        element["id"] ?? "", at: element.number("time").map { $0 * 1000 })
    case "speaker": described = element["id"]
    case "tier": (isSpoken, speaker) = (element["type"] == "t", element["speaker"])
    case "event" where isSpoken:
      isEvent = true
      events.append(
        Event(
          start: timeline.number(of: element["start"]), end: timeline.number(of: element["end"]),
          speaker: speaker, line: builder.line))
    default: field.clear()
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if isEvent { events[events.count - 1].text += bytes } else { field.append(bytes) }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    let text = String(decoding: field.bytes, as: UTF8.self)
    switch name {
    case "event": isEvent = false
    case "tier": isSpoken = false
    case "speaker": described = nil
    case "abbreviation": if let described, !text.isEmpty { names[described] = text }
    case "transcription-name": builder.metadata.title = text
    case "project-name": builder.metadata.show = text
    default: break
    }
    field.clear()
  }

  mutating func finish(_ builder: inout TranscriptBuilder) {
    timeline.interpolate()
    builder.sortsByStart = true
    for event in events {
      builder.line = event.line
      builder.append(
        event.text[...], start: timeline.milliseconds(event.start),
        end: timeline.milliseconds(event.end), speaker: event.speaker.map { names[$0] ?? $0 })
    }
  }
}
