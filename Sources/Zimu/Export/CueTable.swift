import InvertedIndex
import Transcripts

/// Writes cues as CSV and as JSON.
enum CueTable {
  static func csv(_ cues: [EpisodeTranscript.Cue]) -> String {
    "start_ms,end_ms,speaker,text\n"
      + cues.map { cue in
        let times = [cue.start, cue.end].map { $0.map { String($0) } ?? "" }
        return (times + [field(cue.speaker), field(cue.text)]).joined(separator: ",") + "\n"
      }.joined()
  }

  /// A field of CSV (RFC 4180): quoted where that is needed.
  static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var bytes = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self) + "\""
  }

  private static let special = Set("\",;|\t\r\n".utf8)

  /// An object with what is known of the episode, and its cues, one a line; see `ZimuReader`.
  static func json(_ transcript: EpisodeTranscript, _ cues: [EpisodeTranscript.Cue]) -> String {
    let record = transcript.episode.record
    let known = [
      ("episode", transcript.episode.name), ("id", record.id.description), ("title", record.title),
      ("show", record.show), ("date", record.date), ("url", record.url),
    ]
    let fields =
      known.map { "\"\($0)\":\(value($1)),\n" }.joined()
      + "\"number\":\(record.number.map { String($0) } ?? "null"),\n\"tags\":{\(tags(of: record))},\n"
    let lines = cues.map { cue in
      let times = [cue.start, cue.end].map { $0.map { String($0) } ?? "null" }
      return "{\"start_ms\":\(times[0]),\"end_ms\":\(times[1]),\"speaker\":\(value(cue.speaker)),"
        + "\"text\":\(string(cue.text))\(words(cue.wordTimes))}"
    }
    return "{\"zimu_transcript\":1,\n\(fields)\"cues\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
  }

  /// Of each tag its name and the list of its values.
  private static func tags(of record: EpisodeRecord) -> String {
    record.tagNames.map { name in
      "\(string(name)):[\(record.tag(name).map(string).joined(separator: ","))]"
    }.joined(separator: ",")
  }

  /// Where words begin that have times, in UTF-8 bytes of the text, and when.
  private static func words(_ times: [EpisodeTranscript.WordTime]) -> String {
    guard !times.isEmpty else { return "" }
    let words = times.map { "{\"start\":\($0.offset),\"start_ms\":\($0.start)}" }
    return ",\"words\":[\(words.joined(separator: ","))]"
  }

  /// A string that is unknown where it is empty.
  private static func value(_ text: String) -> String { text.isEmpty ? "null" : string(text) }

  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
