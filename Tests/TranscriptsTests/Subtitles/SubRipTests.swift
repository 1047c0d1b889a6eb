import TestSupport
import Testing
import Transcripts

@Suite struct SubRipTests {
  private func cues(_ text: String) throws -> [String] {
    described(try read(text, as: "a.srt"))
  }

  /// Times as programs and people write them.
  @Test(arguments: [
    ("00:00:01,000 --> 00:00:02,500", "1000-2500"), ("00:00:01.000-->00:00:02.500", "1000-2500"),
    ("0:01,5 --> 00:02.25 X1:40 X2:600 Y1:20 Y2:50", "1500-2250"),
    ("  00:00:01 , 000  -->  00:00:02, 500  ", "1000-2500"),
    ("00：00：01，000 --> 00：00：02．500", "1000-2500"), ("00:00:01:000 -> 00:00:02:500", "1000-2500"),
    ("00:00:01,000 —> 00:00:02,500", "1000-2500"),
    ("00:00:01,000 - > 00:00:02,500", "1000-2500"), ("-00:00:01,000 --> 00:00:02,500", "0-2500"),
    ("00:00:03,000 --> -00:00:02,500", "3000-3000"), ("0:0:1 --> 0:0:2", "1000-2000"),
    ("99:59:59,999 --> 100:00:00,0001", "359999999-360000000"),
  ])
  func timesAreReadAsWritten(line: String, times: String) throws {
    #expect(try cues("1\n\(line)\n你好") == ["\(times) |你好"])
    #expect(try cues("1\r\n\(line)\r\n你好\r\n\r\n") == ["\(times) |你好"])
  }

  @Test(arguments: [
    "10:30 -> 11:00 开会", "12", "00:01,000", "a 00:00:01,000 --> 00:00:02,000", "1:2:3:4:5 --> 1:2",
    "00:01 --> 00:02x", "--> 00:01", "00:01 -->", "数据 --> 结论",
  ])
  func textIsNoTime(line: String) throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n前\n\(line)\n后\n"
    #expect(try cues(text) == ["1000-2000 |前 \(line) 后"])
  }

  @Test func negativeTimesAreZeroAndSaid() throws {
    let text = "1\n-00:00:01,000 --> 00:00:02,000\n一\n\n2\n-00:00:03,000 --> -00:00:02,000\n二\n"
    let transcript = try read(text, as: "a.srt")
    #expect(described(transcript) == ["0-2000 |一", "0-0 |二"])
    #expect(transcript?.warnings.first == TranscriptWarning(.negativeTimes(count: 3), line: 2))
  }

  @Test func numbersAreIndicesOnlyBeforeTimes() throws {
    let one = "00:00:01,000 --> 00:00:02,000\n"
    let two = "00:00:03,000 --> 00:00:04,000\n"
    #expect(try cues("1\n\(one)42\n\n2\n\(two)7\n") == ["1000-2000 |42", "3000-4000 |7"])
    // Without indices, a number is text.
    #expect(try cues("\(one)42\n\n\(two)7\n") == ["1000-2000 |42", "3000-4000 |7"])
    #expect(try cues("\(one)42\n\(two)7\n") == ["1000-2000 |42", "3000-4000 |7"])
    // With them, one without a blank line before it is one.
    #expect(try cues("1\n\(one)一\n2\n\(two)二") == ["1000-2000 |一", "3000-4000 |二"])
    #expect(try cues("1\n\(one)2\n\(two)二") == ["3000-4000 |二"])
    #expect(try cues("1\n\(one)42\n\(two)二") == ["1000-2000 |42", "3000-4000 |二"])
    // A file with a blank line behind each line.
    #expect(
      try cues("1\n\n\(one)\n一\n\n42\n\n2\n\n\(two)\n二") == ["1000-2000 |一 42", "3000-4000 |二"])
  }

  @Test func whatBelongsToNoCueIsSaid() throws {
    let text = "字幕：某某\n\n校对\n\n1\n00:00:01,000 --> 00:00:02,000\n一\n"
    let transcript = try read(text, as: "a.srt")
    #expect(described(transcript) == ["1000-2000 |一"])
    #expect(transcript?.warnings == [TranscriptWarning(.strayLines(count: 2), line: 1)])
  }

  @Test func brokenTimesCostNoText() throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n一\n\n2\n00:0a:03 --> 00:00:04,000\n二\n"
    let transcript = try read(text, as: "a.srt")
    #expect(described(transcript) == ["1000-2000 |一", "?-? |二"])
    #expect(transcript?.warnings.map(\.code) == [.unreadableTimes])
    #expect(transcript?.warnings.map(\.line) == [6])
  }

  @Test(arguments: [
    ("{\\an8}<FONT color=\"#ff0000\">大家</font><i >好</I>", "大家好"), ("一\\N二\\h三", "一 二 三"),
    ("3 < 5 > 4 <b>浓</b>", "3 < 5 > 4 浓"), ("<i<i<i", "<i<i<i"), ("{\\an8", "{\\an8"),
    ("AT&T &copy; &copy &amp;lt;", "AT&T © &copy &lt;"), ("{注} C:\\新", "{注} C:\\新"),
    ("一<br/>二<BR>三", "一 二 三"), ("<br", "<br"), ("a</b", "a</b"), ("  一  \n\n\t二 ", "一 二"),
  ])
  func marksAreNoText(source: String, text: String) throws {
    #expect(try cues("1\n00:00:01,000 --> 00:00:02,000\n\(source)\n") == ["1000-2000 |\(text)"])
  }

  @Test func voicesAreSpeakers() throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n<v 甲>你好</v> <v.loud 乙>好\n"
    #expect(try cues(text) == ["1000-2000 甲|你好", "1000-2000 乙|好"])
  }

  @Test func oneTimeIsNoSubtitle() throws {
    let line = "00:00:01,000 --> 00:00:02,000"
    let prose = "会议记录\n我们说\n\(line)\n是时间\n"
    #expect(try read(prose, as: "a.txt")?.format.name == "text")
    #expect(try read(prose, as: "a.srt")?.format.name == "srt")
    #expect(try read("\n1\n\(line)\n一\n", as: "a.txt")?.format.name == "srt")
    #expect(try read("说明\n\n1\n\(line)\n一\n\n2\n\(line)\n二", as: "a.txt")?.format.name == "srt")
  }

  /// A reader of one cue's text that looks at one byte after the other.
  private static func plainText(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    let tags = [
      "<i>", "</i>", "<br>", "<font x>", "</FONT>", "{\\an8}", "\\N", "&amp;", "&#20013;",
    ]
    while let first = rest.first {
      if let tag = tags.first(where: { rest.hasPrefix($0) }) {
        result += ["<br>": " ", "\\N": " ", "&amp;": "&", "&#20013;": "中"][tag] ?? ""
        rest = rest.dropFirst(tag.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  @Test func textIsReadAsByThePlainReader() throws {
    let pieces = [
      "<i>", "</i>", "<br>", "<font x>", "</FONT>", "{\\an8}", "\\N", "&amp;", "&#20013;", "字", "x",
      "<", "&", "{", "\\", "< ", "&a", "{a}", "你好",
    ]
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<3_000 {
      let parts = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }
      // Pieces that make a tag together have no plain answer.
      let text = "首" + parts.joined(separator: "，") + "尾"
      #expect(
        try cues("1\n00:00:01,000 --> 00:00:02,000\n\(text)\n") == [
          "1000-2000 |\(Self.plainText(text))"
        ])
    }
  }
}
