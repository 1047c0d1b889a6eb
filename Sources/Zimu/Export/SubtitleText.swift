import Transcripts

/// Writes SubRip.
///
/// It has no place for speakers: they stand before the words (`甲: …`) where each cue has one that is read again,
/// else as `<v Name>`. What readers would take for a tag, an arrow or an escape is written as a character reference.
enum SubRipText {
  static func text(_ cues: [EpisodeTranscript.Cue]) -> String {
    let hasPrefixes = cues.allSatisfy(isReadAsPrefix)
    var text = ""
    for (number, cue) in cues.enumerated() {
      text += "\(number + 1)\n" + cue.timing(point: ",") + "\n"
      text += line(cue, hasPrefixes: hasPrefixes) + "\n\n"
    }
    return text
  }

  /// Whether a prefix gives the speaker and the words back.
  private static func isReadAsPrefix(_ cue: EpisodeTranscript.Cue) -> Bool {
    let line = Array("\(cue.speaker): \(cue.text)".utf8)
    guard !cue.speaker.isEmpty, let prefix = SpeakerPrefix(line[...]) else { return false }
    return prefix.end == cue.speaker.utf8.count + 2 && prefix.name.elementsEqual(cue.speaker.utf8)
  }

  private static func line(_ cue: EpisodeTranscript.Cue, hasPrefixes: Bool) -> String {
    if hasPrefixes { return escaped("\(cue.speaker): \(cue.text)") }
    guard !cue.speaker.isEmpty else { return escaped(cue.text) }
    // Names have no character references.
    let name = cue.speaker.replacing("<", with: "＜").replacing(">", with: "＞")
    return "<v \(name)>" + escaped(cue.text)
  }

  private static func escaped(_ line: String) -> String {
    let bytes = Array(line.utf8)
    // A line that begins with a digit, a space or a minus may look like times.
    let mayBeTimes = bytes.first ?? 0 <= UInt8(ascii: "9") && bytes.contains(UInt8(ascii: ">"))
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "<") where isLetter(next) || next == UInt8(ascii: "/"):
        escaped += "&lt;".utf8
      case UInt8(ascii: "&") where isLetter(next) || next == UInt8(ascii: "#"):
        escaped += "&amp;".utf8
      case UInt8(ascii: ">") where mayBeTimes: escaped += "&gt;".utf8
      case UInt8(ascii: "{") where next == UInt8(ascii: "\\"): escaped += "&#123;".utf8
      case UInt8(ascii: "\\") where next == UInt8(ascii: "N") || next == UInt8(ascii: "h"):
        escaped += "&#92;".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// Writes WebVTT, with a voice for each speaker, and timestamps before words that have times.
enum WebVTTText {
  static func text(_ cues: [EpisodeTranscript.Cue]) -> String {
    var text = "WEBVTT\n\n"
    for cue in cues {
      text += cue.timing(point: ".") + "\n"
      if !cue.speaker.isEmpty { text += "<v \(escaped(cue.speaker))>" }
      text += words(of: cue) + "\n\n"
    }
    return text
  }

  /// The words with timestamps, which ascend. The first word has one only where it begins later than the cue.
  private static func words(of cue: EpisodeTranscript.Cue) -> String {
    guard !cue.wordTimes.isEmpty, let (start, end) = cue.shownTimes else {
      return escaped(cue.text)
    }
    let bytes = Array(cue.text.utf8)
    var (text, place, last) = ("", 0, start)
    for time in cue.wordTimes where (last...max(last, end)).contains(time.start) {
      guard time.offset > 0 || time.start > start else { continue }
      text += escaped(String(decoding: bytes[place..<time.offset], as: UTF8.self))
      (place, last) = (time.offset, Int(time.start))
      text += "<\(EpisodeTranscript.Cue.clock(last, "."))>"
    }
    return text + escaped(String(decoding: bytes[place...], as: UTF8.self))
  }

  private static func escaped(_ text: String) -> String {
    MarkupEscapes.escaped(text, marks: [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">")])
  }
}

/// Character references for what XML and WebVTT would take for their own.
enum MarkupEscapes {
  private static let references: [UInt8: String] = [
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;",
    UInt8(ascii: "\""): "&quot;",
  ]

  /// - Parameter marks: what is escaped, of `&`, `<`, `>` and `"`; all by default.
  static func escaped(_ text: String, marks: Set<UInt8> = Set(references.keys)) -> String {
    guard text.utf8.contains(where: marks.contains) else { return text }
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if marks.contains(byte), let reference = references[byte] {
        escaped += reference.utf8
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
