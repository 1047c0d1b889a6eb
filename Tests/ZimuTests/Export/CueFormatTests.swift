import InvertedIndex
import TestSupport
import Testing
import Transcripts

@testable import Zimu

/// Cues that are written and read again are the same.
@Suite struct CueFormatTests {
  private typealias Cue = EpisodeTranscript.Cue

  /// What formats might take for their own.
  private static let pieces = [
    "我们", "數據", "OpenAI", " ", " ", "-->", "->", "00:00:01,000 --> 00:00:02,000",
    "00:01.000 --> 00:02.000", "1:02 -> 3:04", "<i>", "</b>", "<v 乙>", "<br>", "<", ">", "&lt;",
    "&amp", "&#65;", "&", "\"", "\"\"", "'", ",", ";", "|", "{\\an8}", "{", "\\N", "\\h", "\\",
    "42", "NOTE", "WEBVTT", "STYLE", "[音樂]", "//", "=1", "@", "—>",
  ]
  private static let colons = [": ", "：", "问："]
  private static let names = ["甲", "主持人 A", "SPEAKER_00", "O'Neil", "R&D", "a,b", "x\"y"]

  /// A text as an index has it: one line, without white space at its ends, not empty.
  private func text(_ pieces: [String], using random: inout SeededGenerator) -> String {
    var text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      Int.random(in: 0..<12, using: &random) == 0
        ? RandomText.string(length: 8, using: &random) : pieces.randomElement(using: &random)!
    }.joined()
    text = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isSpace($0) }) else { return "空" }
    let last = scalars.lastIndex { !isSpace($0) }!
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// Cues of some speakers, none or all, in order of their times.
  private func cues(_ format: CueFormat, using random: inout SeededGenerator) -> [Cue] {
    let speakers = Int.random(in: 0..<3, using: &random)
    let areNamed = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      speakers == 2 || speakers == 1 && Bool.random(using: &random)
    }
    // Names before colons would be speakers where none is known.
    let pieces = Self.pieces + (areNamed.contains(true) ? Self.colons : [])
    var time = 0
    return areNamed.enumerated().map { number, isNamed in
      time += Int.random(in: 1...5_000_000, using: &random)
      let isTimed = format.needsTimes || Int.random(in: 0..<9, using: &random) > 0
      return Cue(
        number: number + 1, start: isTimed ? time : nil,
        end: isTimed ? time + Int.random(in: 0...5_000, using: &random) : nil,
        speaker: isNamed ? Self.names.randomElement(using: &random)! : "",
        text: text(pieces, using: &random))
    }
  }

  private func transcript(_ cues: [Cue]) -> EpisodeTranscript {
    var record = EpisodeRecord(path: "/a/b.srt", title: "題\"目", show: "", date: "2024-11-30")
    record.url = "https://example.org/?a=1&b=2"
    return EpisodeTranscript(
      episode: Episode(record, name: "b.srt", position: 0), cues: cues)
  }

  private func read(_ text: String, _ format: CueFormat) throws -> (cues: [Cue], Transcript) {
    let transcript = try Transcript.read(
      Array(text.utf8), fileName: "a.\(format.rawValue)", cleaning: CueCleaning(keepsRepeats: true))
    let cues = transcript.cues.enumerated().map { number, cue in
      Cue(
        number: number + 1, start: cue.start.map { Int($0) }, end: cue.end.map { Int($0) },
        speaker: cue.speaker.map { transcript.speakers[$0] } ?? "",
        text: transcript.string(of: cue))
    }
    return (cues, transcript)
  }

  @Test(arguments: [CueFormat.srt, .vtt, .csv, .json])
  func whatIsWrittenIsReadAgain(format: CueFormat) throws {
    var random = SeededGenerator(seed: 18)
    for _ in 0..<1_000 {
      let cues = cues(format, using: &random)
      let text = transcript(cues).written(as: format)
      let (found, transcript) = try read(text, format)
      #expect(found == cues, "\(text)")
      #expect(transcript.warnings.isEmpty, "\(text)")
      guard found == cues else { break }
    }
  }

  @Test func nothingIsReadAsAnotherFormat() throws {
    let cues = [
      Cue(number: 1, start: 3_723_004, end: 3_723_004, speaker: "甲", text: "好 --> <v 乙> & 走"),
      Cue(number: 2, start: 360_000_000, end: nil, speaker: "", text: "再见"),
      Cue(number: 3, start: nil, end: nil, speaker: "甲", text: "没有时间"),
    ]
    let transcript = transcript(cues)
    #expect(
      transcript.written(as: .vtt)
        == "WEBVTT\n\n01:02:03.004 --> 01:02:03.004\n<v 甲>好 --&gt; &lt;v 乙&gt; &amp; 走\n\n"
        + "100:00:00.000 --> 100:00:02.000\n再见\n\n")
    #expect(
      transcript.written(as: .srt)
        == "1\n01:02:03,004 --> 01:02:03,004\n<v 甲>好 --> &lt;v 乙> & 走\n\n"
        + "2\n100:00:00,000 --> 100:00:02,000\n再见\n\n")
    #expect(transcript.written(as: .txt) == "甲: 好 --> <v 乙> & 走\n再见\n甲: 没有时间\n")
    #expect(
      transcript.written(as: .csv)
        == "start_ms,end_ms,speaker,text\n3723004,3723004,甲,好 --> <v 乙> & 走\n360000000,,,再见\n"
        + ",,甲,没有时间\n")
    #expect(transcript.cues(for: .srt).count == 2 && transcript.cues(for: .json).count == 3)
  }

  /// SubRip has prefixes where each cue has a speaker.
  @Test func speakersOfSubRipArePrefixes() throws {
    let cues = [
      Cue(number: 1, start: 1, end: 2, speaker: "SPEAKER_00", text: "好"),
      Cue(number: 2, start: 3, end: 4, speaker: "甲", text: "<i>走"),
    ]
    let text = transcript(cues).written(as: .srt)
    #expect(text.contains("\nSPEAKER_00: 好\n") && text.contains("\n甲: &lt;i>走\n"))
  }

  @Test func jsonKeepsWhatIsKnown() throws {
    let text = transcript([Cue(number: 1, start: 0, end: nil, speaker: "", text: "好")])
      .written(as: .json)
    let (_, transcript) = try read(text, .json)
    #expect(transcript.format.name == "zimu" && transcript.metadata.title == "題\"目")
    #expect(transcript.metadata.date == "2024-11-30" && transcript.metadata.show.isEmpty)
    #expect(transcript.metadata.url == "https://example.org/?a=1&b=2")
  }
}
