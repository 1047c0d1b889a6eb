import TestSupport
import Testing

@testable import Transcripts

/// What holds for all formats of XML, and for those of linguists: nothing crashes them, and nothing takes long.
@Suite struct MarkupFormatsTests {
  static let samples: [(name: String, text: String)] = [
    (
      "ttml",
      "<tt><body begin='1s'><div timeContainer='seq'><p dur='1s'>一<br/><span begin='2s'>二</span></p></div></body></tt>"
    ),
    ("srv3", "<timedtext format='3'><body><p t='1' d='2'><s t='1'>一</s></p></body></timedtext>"),
    ("srv1", "<transcript><text start='1' dur='2'>一&amp;amp;</text></transcript>"),
    (
      "eaf",
      "<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID='a' TIME_VALUE='1'/><TIME_SLOT TIME_SLOT_ID='b'/></TIME_ORDER>"
        + "<TIER TIER_ID='t'><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID='x' TIME_SLOT_REF1='a' TIME_SLOT_REF2='b'>"
        + "<ANNOTATION_VALUE>一</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>"
    ),
    (
      "exb",
      "<basic-transcription><speaker id='S'><abbreviation>甲</abbreviation></speaker><common-timeline><tli id='a' time='1'/>"
        + "<tli id='b'/></common-timeline><tier type='t' speaker='S'><event start='a' end='b'>一</event></tier></basic-transcription>"
    ),
    (
      "trs",
      "<Trans><Speaker id='s' name='甲'/><Turn speaker='s s' startTime='1' endTime='2'><Sync time='1'/>一<Who nb='2'/>二</Turn></Trans>"
    ),
    (
      "akomantoso",
      "<akomaNtoso><meta><TLCPerson id='a' showAs='甲'/></meta><speech by='#a'><from>乙</from><p>一</p></speech></akomaNtoso>"
    ),
    (
      "html",
      "<html><title>题</title><cite>甲:</cite><time>0:01</time><p>一<pre>\n二</pre><ruby>三<rt>四</rt></ruby>"
    ),
    ("textgrid", TextGridTests.short), ("textgrid", TextGridTests.long),
    ("textgrid", TextGridTests.chronological),
    (
      "chat", "@Begin\n@Participants:\tA 甲 X\n*A:\t一 [: 二] <三> (.) \u{15}1_2\u{15}\n\t四\n%mor:\tx\n"
    ),
    ("stm", "a 1 甲 0 1 <o> 一 { 二 / 三 } x y\n"), ("ctm", "a 1 0 1 一\na 1 1 1 x 1 lex 甲\n"),
    ("conllu", "# text = 一\n1\t一\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n2-3\tx\t_\n"),
    ("vertical", "<doc title=\"题\">\n<s who='甲'>\n一\tx\n<g/>\n二\n</s>\n"),
  ]

  @Test(arguments: samples)
  func samplesAreRead(_ name: String, _ text: String) throws {
    let transcript = try Transcript.read(Array(text.utf8), fileName: "a.\(name)", format: name)
    #expect(!transcript.cues.isEmpty)
  }

  /// Thousands of damaged samples: nothing crashes, and cues stay inside the text and in shape.
  @Test(arguments: samples)
  func damageDoesNoHarm(_ name: String, _ text: String) throws {
    let sample = Array(text.utf8)
    let parts: [[UInt8]] = [
      "<", ">", "'", "&", "\"", "\n", "\t", "\u{15}", "[", "0", "-1e9", "9999999999", "/",
    ].map { Array($0.utf8) }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0..<max(bytes.count, 1), using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          bytes.removeSubrange(
            place..<min(bytes.count, place + Int.random(in: 0..<9, using: &generator)))
        case 1: bytes.insert(contentsOf: parts.randomElement(using: &generator)!, at: place)
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
        default: bytes.insert(contentsOf: RandomText.bytes(length: 4, using: &generator), at: place)
        }
      }
      guard let transcript = try? Transcript.read(bytes, fileName: "a", format: name) else {
        continue
      }
      for cue in transcript.cues {
        try #require(!cue.text.isEmpty && cue.text.upperBound <= transcript.text.count)
        try #require(cue.start ?? 0 >= 0 && cue.end ?? .max >= cue.start ?? 0)
        try #require(cue.speaker ?? -1 < transcript.speakers.count)
      }
    }
  }

  /// A sample that goes on and on, in its whole and in one of its characters.
  @Test(arguments: samples)
  func longFilesTakeLinearTime(_ name: String, _ text: String) throws {
    let repeated = String(repeating: text, count: 1_000_000 / text.utf8.count)
    _ = try Transcript.read(Array(repeated.utf8), fileName: "a", format: name)
    let word = name == "ctm" ? "一" : "一 "
    let long = text.replacing("一", with: String(repeating: word, count: 200_000))
    let transcript = try Transcript.read(Array(long.utf8), fileName: "a", format: name)
    #expect(transcript.text.count > 600_000)
    let tags = text.replacing("一", with: String(repeating: "<p>[(<", count: 50_000))
    _ = try Transcript.read(Array(tags.utf8), fileName: "a", format: name)
  }

  /// No reader of these takes another one's sample, nor ordinary text.
  @Test func claimsDoNotOverlap() throws {
    for (name, text) in Self.samples {
      let file = try SourceFile(Array(text.utf8), fileName: "a.x", encoding: nil)
      let certain = FormatTable.readers.filter { $0.claim(on: file) == .certain }.map(\.format.name)
      #expect(
        certain == [name] || ["stm", "ctm", "vertical"].contains(name) && certain.isEmpty,
        "\(certain) \(name)")
    }
    for text in [
      "@小明：你好\n@小红：再见\n", "1\t一\n2\t二\n", "主席：大家好\n委員：謝謝\n", "A B C 1 2 三\nD E F 3 4 五\n", "<3 你\n",
    ] {
      #expect(try read(text, as: "a.txt")?.format.name == "text")
    }
  }
}
