import Testing
import Transcripts

@Suite struct SubStationTests {
  private static let head = """
    [Script Info]
    ; 注释
    Title: 节目

    [V4+ Styles]
    Format: Name, Fontname, Fontsize
    Style: Default,SimHei,20

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

    """

  private func cues(_ events: String) throws -> [String] {
    described(try read(Self.head + events, as: "a.ass"))
  }

  @Test(arguments: [
    ("{\\an8\\i1}我们{\\i0}聊\\N人工\\n智能\\h吗", "我们聊 人工 智能 吗"),
    ("{\\k40}今{\\kf60}天{\\K20}好{\\ko10}吗", "今天好吗"), ("{注释}一, 二,三", "一, 二,三"),
    ("前{\\p1}m 0 0 l 1 1{\\p0}后", "前后"), ("前{\\p 4 \\bord1}m 0 0 l 1 1{\\b1\\p0}后", "前后"),
    ("前{\\p(2)}m 0{\\p}后", "前后"), ("{\\pos(10,20)\\pbo-5}文", "文"), ("{\\p0}文{\\p1}m 0 0", "文"),
    ("一 \\N  二", "一 二"), ("a{b", "a{b"), ("a\\{b\\}c", "a{b}c"), ("C:\\dir\\x", "C:\\dir\\x"),
    ("\\", "\\"), ("a}b", "a}b"), ("{{\\i1}a}", "a}"), ("1 < 2 &amp; 3", "1 < 2 &amp; 3"),
  ])
  func marksAreNoText(source: String, text: String) throws {
    let cue = "Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,\(source)\n"
    #expect(try cues(cue) == ["1000-2500 |\(text)"])
  }

  @Test func columnsAreThoseOfTheFormatLine() throws {
    let text = """
      [Events]
      Format: End, Start, Actor, Text
      Dialogue: 0:00:02.50,0:00:01.00, 甲 ,一, 二
      Comment: 0:00:02.50,0:00:01.00,甲,注释
      dialogue: 0:00:03.5,0:00:03.00,,三
      [Fonts]
      fontname: x.ttf
      Dialogue: 0:00:09.00,0:00:08.00,甲,字体
      [events]
      format:Text,Start,End
      Dialogue:四,0:00:04.00,0:00:05.123
      Dialogue:五,0:00:05.00
      """
    let transcript = try read(text, as: "a.txt")
    #expect(
      described(transcript) == ["1000-2500 甲|一, 二", "3000-3500 |三", "4000-5123 |四"])
    #expect(transcript?.format.name == "ass")
    #expect(
      transcript?.warnings == [
        TranscriptWarning(.rowWithoutText(fields: 2), byteOffset: text.utf8.count - 14, line: 12)
      ])
  }

  @Test func subStationHasMarkedEvents() throws {
    let text = """
      [Script Info]\r
      ScriptType: v4.00\r
      [Events]\r
      Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r
      Dialogue: Marked=0,0:00:03.00,0:00:04.00,*Default,乙,0000,0000,0000,,后\r
      Dialogue: Marked=1,0:00:01.00,0:00:02.00,*Default,甲,0000,0000,0000,!Effect,先\r
      """
    let transcript = try read(text, as: "a.ssa")
    #expect(described(transcript) == ["1000-2000 甲|先", "3000-4000 乙|后"])
    #expect(transcript?.warnings == [])
  }

  @Test func damageCostsNoText() throws {
    let transcript = try read(
      Self.head + """
        Dialogue: 0,0:00:0x.00,0:00:02.00,Default,,0,0,0,,一
        Dialogue: 0,0:00:03.00,0:00:02.00,Default,,0,0,0,,二
        Dialogue: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,{\\an8}
        Dialogue: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,{\\p1}m 0 0
        """, as: "a.ass")
    #expect(described(transcript) == ["?-2000 |一", "3000-3000 |二"])
    #expect(
      transcript?.warnings.map(\.code) == [
        .unreadableTimes, .cueEndsBeforeStart, .emptyCues(count: 1),
      ])
    #expect(transcript?.warnings.map(\.line) == [11, 12, 13])
  }

  @Test func contentTellsTheFormat() throws {
    let row = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,一\n"
    #expect(try read(row, as: "a.ass")?.format.name == "ass")
    #expect(try read(row, as: "a.txt")?.format.name == "text")
    #expect(try read("[Events]\n" + row, as: "a.txt")?.format.name == "ass")
    #expect(try read("会议\n[Events]\n", as: "a.txt")?.format.name == "text")
  }
}
