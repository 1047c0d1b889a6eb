import TestSupport
import Testing

@testable import Transcripts

/// WebVTT beside its specification.
@Suite struct WebVTTTests {
  private static func cues(of file: String) throws -> [String] {
    let transcript = try read(file, as: "a.vtt")
    return transcript?.cues.isEmpty ?? false ? [] : described(transcript)
  }

  /// A text as the only cue of a file.
  static func runs(of text: String) throws -> [PlainCueText.Run] {
    let transcript = try #require(
      try read("WEBVTT\n\n00:01.000 --> 00:02.000\n\(text)", as: "a.vtt"))
    return transcript.cues.map { cue in
      PlainCueText.Run(
        voice: cue.speaker.map { transcript.speakers[$0] } ?? "", text: transcript.string(of: cue))
    }
  }

  @Test(arguments: [
    ("&copy;&notin;&notit;&not&nsubE;x", "©∉¬it;¬⫅̸x"),
    ("&AMP;&amp&&;&#0;&#xD800;&#x80;x", "&&&&;��€x"),
    ("&#x20AC&#32;&#;&#x;", "€ &#;&#x;"), ("a<b.c d>b</b >c</b>d", "abcd"), ("a<x>b</x>", "ab"),
    ("a</\nb>c<1:00>d<>e", "acde"), ("a < b > c", "a  c"), ("a <b", "a"), ("&lrm;a", "\u{200E}a"),
    ("<ruby>漢<rt>x<b>y</rt></ruby>z", "漢"), ("<RUBY>漢<RT>x</RT></RUBY>", "漢x"),
  ])
  func textIsWhatTheSpecificationSays(source: String, text: String) throws {
    #expect(try Self.runs(of: source) == [PlainCueText.Run(voice: "", text: text)])
  }

  @Test func voicesNestAndEnd() throws {
    let text = "a<v.x  甲 &amp;\t乙 >b<v 丙>c</v>d</v>e<v>f"
    let runs = try Self.runs(of: text).map { "\($0.voice)|\($0.text)" }
    #expect(runs == ["|a", "甲 & 乙|b", "丙|c", "甲 & 乙|d", "|ef"])
  }

  @Test func blocksEndWhereTimesBegin() throws {
    let text = """
      WEBVTT 节目\r
      Kind: captions\r
      00:01.000-->00:02.000 line:0\r
      一\r
      id\r
      00:02.000 --> 00:03.000\r
      二\r
      \r
      NOTE 注释\r
      00:03.000 --> 00:04.000\r
      三\r
      \r
      NOTE\r
      注释\r
      00:60.000 --> 00:61.000\r
      丢失\r
      \r
      100:00:00.000 --> 00:00:01.000\r
      四
      """
    let transcript = try read(text, as: "a.vtt")
    #expect(
      described(transcript) == [
        "1000-2000 |一 id", "2000-3000 |二", "3000-4000 |三", "360000000-360000000 |四",
      ])
    #expect(transcript?.warnings.map(\.code) == [.cueWithoutTimes])
    #expect(transcript?.warnings.map(\.line) == [15])
    #expect(WebVTTExpectation.cues(ofFile: text) == described(transcript))
  }

  @Test func whatIsLostIsSaid() throws {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n3 < 5\n\n00:03.000 --> 00:04.000\n&nbsp;\n"
    let transcript = try read(text, as: "a.vtt")
    #expect(described(transcript) == ["1000-2000 |3"])
    #expect(
      transcript?.warnings == [
        TranscriptWarning(.emptyCues(count: 1), line: 6),
        TranscriptWarning(.unclosedTags(count: 1), line: 3),
      ])
  }

  @Test func filesAreReadAsByThePlainParser() throws {
    let pieces = [
      "WEBVTT", "\n", "\n", "\r\n", "\r", "\n\n", "00:01.000 --> 00:02.000", "NOTE", "STYLE",
      " -->", "id",
      "0:00:01.500 --> 00:59:59.999 align:end", "60:00:00.000 --> 61:00:00.000", "字", "a\0b",
      "<v 甲>",
      "</v>", "<ruby>", "<rt>", "</rt>", "</ruby>", "<c.x>", "</c>", "<00:01.000>", "&amp;", "&lt",
      "<",
      ">", "<v", " ", "\t", "<lang en>", "</lang>", "&notin;", "&not", "&#20013;", ".", "/", "&",
      "00:01",
      "\u{C}", "<b>", "</b>", "<i", "\u{3000}",
    ]
    var generator = SeededGenerator(seed: 31)
    var count = 0
    for round in 0..<6_000 {
      var text = round.isMultiple(of: 9) ? "" : "WEBVTT\n\n"
      if !round.isMultiple(of: 4) { text += "00:01.000 --> 00:02.000\n" }
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        text += pieces.randomElement(using: &generator)!
      }
      guard let expected = WebVTTExpectation.cues(ofFile: text) else {
        #expect(try read(text, as: "a.vtt")?.format.name != "vtt", "\(text.debugDescription)")
        continue
      }
      let found = try Self.cues(of: text)
      #expect(found == expected, "\(text.debugDescription)")
      count += found.count
    }
    #expect(count > 1_500)
  }
}
