/// Transcriber's files (`.trs`): a cue reaches from one `Sync` to the next, and `Who` tells apart those who speak
/// at once.
///
/// Events, comments and background sounds have no text.
struct TranscriberReader: XMLFormReader {
  let format = TranscriptFormat(
    "trs", "Transcriber", extensions: ["trs"], keeps: [.times, .speakers, .metadata])

  func claims(_ root: MarkupRoot) -> Bool { root.name == "trans" }

  func handler() -> any MarkupHandler { TranscriberHandler() }
}

private struct TranscriberHandler: MarkupHandler {
  private struct Voice {
    var speaker: String?
    var text = MarkupText()
  }

  private var names: [String: String] = [:]
  /// Who speaks in the turn, and what they have said since the last time.
  private var speakers: [String] = []
  private var voices: [Voice] = []
  private var start, turnEnd: Int?
  private var isTurn = false

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "Speaker": if let id = element["id"] { names[id] = element["name"] }
    case "Episode":
      builder.metadata.show = element["program"] ?? ""
      builder.metadata.date = Self.date(element["air_date"] ?? "")
    case "Turn":
      speakers = (element["speaker"] ?? "").split(separator: " ").map {
        names[String($0)] ?? String($0)
      }
      (start, turnEnd) = (
        TimeCode.seconds(element.number("startTime")), TimeCode.seconds(element.number("endTime"))
      )
      isTurn = true
      voices = [Voice(speaker: speakers.first)]
    case "Sync" where isTurn:
      let time = TimeCode.seconds(element.number("time"))
      flush(end: time, &builder)
      start = time
    case "Who" where isTurn:
      let number = element["nb"].flatMap(Int.init) ?? 1
      voices.append(
        Voice(speaker: speakers.indices.contains(number - 1) ? speakers[number - 1] : nil))
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if isTurn { voices[voices.count - 1].text.append(bytes) }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    guard name == "Turn" else { return }
    flush(end: turnEnd, &builder)
    isTurn = false
  }

  mutating func finish(_ builder: inout TranscriptBuilder) {
    if isTurn { flush(end: turnEnd, &builder) }
  }

  private mutating func flush(end: Int?, _ builder: inout TranscriptBuilder) {
    for voice in voices {
      builder.append(voice.text.bytes[...], start: start, end: end, speaker: voice.speaker)
    }
    voices = [Voice(speaker: speakers.first)]
  }

  /// `20041130`, or `041130` of this century or the last.
  private static func date(_ text: String) -> String {
    var digits = Array(text.utf8)
    if digits.count == 6 {
      digits = Array((digits[0] < UInt8(ascii: "7") ? "20" : "19").utf8) + digits
    }
    guard digits.count == 8, TimeCode.digits(digits[...]) != nil else {
      return DateText.first(in: Array(text.utf8)[...]) ?? ""
    }
    let parts = [digits[..<4], digits[4..<6], digits[6...]].map(\.string)
    return DateText.first(in: Array(parts.joined(separator: "-").utf8)[...]) ?? ""
  }
}
