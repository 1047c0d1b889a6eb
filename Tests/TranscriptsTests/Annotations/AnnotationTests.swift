import ICUSupport
import TestSupport
import Testing

@testable import Transcripts

@Suite struct ElanTests {
  private func eaf(_ slots: String, _ tiers: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <ANNOTATION_DOCUMENT VERSION="3.0"><HEADER TIME_UNITS="milliseconds"><PROPERTY NAME="x">字</PROPERTY></HEADER>
    <TIME_ORDER>\(slots)</TIME_ORDER>\(tiers)<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="d"/></ANNOTATION_DOCUMENT>
    """
  }

  private func slots(_ times: Int?...) -> String {
    times.enumerated().map { number, time in
      "<TIME_SLOT TIME_SLOT_ID=\"ts\(number + 1)\"\(time.map { " TIME_VALUE=\"\($0)\"" } ?? "")/>"
    }.joined()
  }

  private func timed(_ id: String, _ from: Int, _ to: Int, _ text: String) -> String {
    """
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="\(id)" TIME_SLOT_REF1="ts\(from)" TIME_SLOT_REF2="ts\(to)">
    <ANNOTATION_VALUE>\(text)</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    """
  }

  private func dependent(_ id: String, on parent: String, _ text: String) -> String {
    """
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="\(id)" ANNOTATION_REF="\(parent)"><ANNOTATION_VALUE>\(text)
    </ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
    """
  }

  @Test func tiersAreSpeakersInTheOrderOfTime() throws {
    let tiers = """
      <TIER TIER_ID="A@x" PARTICIPANT="主持人">\(timed("a1", 1, 2, "一")) \(timed("a2", 3, 4, "三 &amp; 三"))</TIER>
      <TIER TIER_ID="嘉宾" PARTICIPANT="">\(timed("a3", 2, 3, "二"))\(timed("a4", 3, 4, " "))</TIER>
      <TIER TIER_ID="英文" PARENT_REF="A@x">\(dependent("a5", on: "a1", "one"))</TIER>
      """
    let transcript = try read(eaf(slots(0, 1000, 2000, 3000), tiers), as: "a.eaf")
    #expect(
      described(transcript) == ["0-1000 主持人|一", "1000-2000 嘉宾|二", "2000-3000 主持人|三 & 三"])
    #expect(transcript?.warnings == [])
  }

  @Test func unknownTimesLieBetweenKnownOnes() throws {
    let tier = (1...6).map { timed("a\($0)", $0, $0 + 1, "字\($0)") }.joined()
    let text = eaf(slots(nil, 1000, nil, nil, 4000, nil, nil), "<TIER TIER_ID=\"甲\">\(tier)</TIER>")
    #expect(
      described(try read(text, as: "a.xml")) == [
        "?-1000 甲|字1", "1000-2000 甲|字2", "2000-3000 甲|字3", "3000-4000 甲|字4", "4000-? 甲|字5",
        "?-? 甲|字6",
      ])
  }

  /// Names of elements are kept, but not all of them.
  @Test func documentsMayHaveManyNames() throws {
    let others = (1...400).map { "<N\($0)><x:N\($0) xmlns:x=\"y\"/></N\($0)>" }.joined()
    let tiers = "<TIER TIER_ID=\"甲\">\(timed("a1", 1, 2, "一"))</TIER>"
    let text = eaf(slots(0, 1000), others + tiers + others + tiers)
    #expect(described(try read(text, as: "a.eaf")) == ["0-1000 甲|一", "0-1000 甲|一"])
  }

  /// The text stands in the first dependent tier that has any where its parent has none.
  @Test func dependentTiersStandForEmptyOnes() throws {
    let tiers = """
      <TIER TIER_ID="tx" PARENT_REF="mid" PARTICIPANT="甲">\(dependent("c1", on: "b1", "你好"))</TIER>
      <TIER TIER_ID="ft" PARENT_REF="mid">\(dependent("d1", on: "b1", "hello"))</TIER>
      <TIER TIER_ID="mid" PARENT_REF="ref">\(dependent("b1", on: "a1", " "))</TIER>
      <TIER TIER_ID="ref">\(timed("a1", 1, 2, ""))</TIER>
      """
    #expect(described(try read(eaf(slots(500, 900), tiers), as: "a.eaf")) == ["500-900 甲|你好"])
  }

  /// Each annotation belongs to that of the tier before, and equal names have as many that depend on them.
  @Test func tiersCostLinearTime() throws {
    let count = 10_000
    let chain = (1..<count).map {
      "<TIER TIER_ID=\"n\($0)\">\(dependent("a\($0)", on: "a\($0 - 1)", "词"))</TIER>"
    }.joined()
    let first = "<TIER TIER_ID=\"n0\">\(timed("a0", 1, 2, "词"))</TIER>"
    let transcript = try #require(try read(eaf(slots(100, 900), chain + first), as: "a.eaf"))
    #expect(transcript.cues.count == count)
    #expect(transcript.cues.allSatisfy { $0.start == 100 && $0.end == 900 })
    let names = String(repeating: "<TIER TIER_ID=\"a\"/>", count: count)
    let below = String(repeating: "<TIER TIER_ID=\"b\" PARENT_REF=\"a\"/>", count: count)
    #expect(try read(eaf(slots(0), names + below), as: "a.eaf")?.cues == [])
  }

  @Test func circlesAndBrokenReferencesEnd() throws {
    let tiers = """
      <TIER TIER_ID="a" PARENT_REF="b">\(dependent("1", on: "2", "甲"))</TIER>
      <TIER TIER_ID="b" PARENT_REF="a">\(dependent("2", on: "1", "乙"))</TIER>
      <TIER TIER_ID="c" PARENT_REF="none">\(dependent("3", on: "none", "丙"))\(timed("4", 8, 9, "丁"))</TIER>
      """
    #expect(described(try read(eaf(slots(0), tiers), as: "a.eaf")) == ["?-? c|丙", "?-? c|丁"])
  }
}

@Suite struct TextGridTests {
  static let short = """
    File type = "ooTextFile"
    Object class = "TextGrid"

    0
    4.5
    <exists>
    3
    "IntervalTier"
    "主持人"
    0
    4.5
    3
    0
    1.25
    ""
    1.25
    2.0005
    "他说""数据"" ! <b>
    一"
    2.0005
    4.5
    "  "
    "TextTier"
    "点"
    0
    4.5
    1
    3
    "到"
    "IntervalTier"
    "嘉宾"
    0
    4.5
    1
    1.5
    4.5
    "好"

    """
  static let cues = ["1250-2001 主持人|他说\"数据\" ! <b> 一", "1500-4500 嘉宾|好", "3000-? 点|到"]

  /// The same in the form with names, and in the order of time.
  static let long = """
    File type = "ooTextFile"
    Object class = "TextGrid"

    xmin = 0 ! 12
    xmax = 4.5
    tiers? <exists>
    size = 3
    item []:
        item [1]:
            class = "IntervalTier"
            name = "主持人"
            xmin = 0
            xmax = 4.5
            intervals: size = 1
            intervals [1]:
                xmin = 1.25
                xmax = 2.0005
                text = "他说""数据"" ! <b>
    一"
        item [2]:
            class = "TextTier"
            name = "点"
            xmin = 0
            xmax = 4.5
            points: size = 1
            points [1]:
                number = 3
                mark = "到"
        item [3]:
            class = "IntervalTier"
            name = "嘉宾"
            xmin = 0
            xmax = 4.5
            intervals: size = 1
            intervals [1]:
                xmin = 1.5
                xmax = 4.5
                text = "好"
    """
  static let chronological = """
    "Praat chronological TextGrid text file"
    0 4.5   ! Time domain.
    3   ! Number of tiers.
    "IntervalTier" "主持人" 0 4.5
    "TextTier" "点" 0 4.5
    "IntervalTier" "嘉宾" 0 4.5

    ! 主持人:
    1 1.25 2.0005
    "他说""数据"" ! <b>
    一"

    3 1.5 4.5 "好"
    2 3 "到"
    """

  @Test(arguments: [short, long, chronological])
  func allThreeForms(_ text: String) throws {
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let transcript = try read(text, as: "a.TextGrid")
      #expect(described(transcript) == Self.cues)
      #expect(transcript?.warnings == [])
      #expect(transcript?.format.name == "textgrid")
    }
    let wide: [UInt8] =
      [0xFE, 0xFF]
      + text.utf16.flatMap { unit -> [UInt8] in
        [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
    #expect(described(try read(wide, as: "a.TextGrid")) == Self.cues)
  }

  @Test func damageKeepsWhatStandsBefore() throws {
    let broken = Self.short.replacing("3\n\"到\"", with: "\"到\"\n3")
    let transcript = try read(broken, as: "a.TextGrid")
    #expect(described(transcript) == [Self.cues[0]])
    #expect(transcript?.warnings.map(\.code) == [.brokenGrid])
    #expect(transcript?.warnings.first?.line == 28)
  }

  private func grid(_ tiers: [(String, [(Double, Double, String)])]) -> String {
    var text =
      "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n9\n<exists>\n\(tiers.count)\n"
    for (name, labels) in tiers {
      text += "\"IntervalTier\"\n\"\(name)\"\n0\n9\n\(labels.count)\n"
      for (start, end, label) in labels { text += "\(start)\n\(end)\n\"\(label)\"\n" }
    }
    return text
  }

  @Test func wordsAndPhonesDoNotCountAgain() throws {
    let utterances = [(0.0, 2.0, "我们今天，聊 AI。"), (3.0, 4.0, "好")]
    let words = [
      (0.1, 0.5, "我们"), (0.5, 1.0, "今天"), (1.0, 1.2, "聊"), (1.2, 1.9, "ai"), (3.0, 4.0, "好"),
    ]
    let phones = words.flatMap { word in
      let middle = (word.0 + word.1) / 2
      return [(word.0, middle, "w"), (middle, word.1, "o")]
    }
    let expected = ["0-2000 句|我们今天，聊 AI。", "3000-4000 句|好"]
    for tiers in [
      [("句", utterances), ("词", words), ("音", phones)],
      [("音", phones), ("词", words), ("句", utterances)],
      [("句", utterances), ("抄", utterances)],
    ] {
      #expect(described(try read(grid(tiers), as: "a.TextGrid")) == expected)
    }
    #expect(try read(grid([("词", words), ("音", phones)]), as: "a.TextGrid")?.speakers == ["词"])
  }

  /// Short answers inside a long turn are another speaker's.
  @Test func speakersAreNoDivisions() throws {
    let turns = [(0.0, 2.0, "我们今天聊数据"), (3.0, 5.0, "然后呢")]
    let answers = [(0.5, 0.8, "嗯"), (1.0, 1.2, "对"), (3.5, 3.9, "OK")]
    let transcript = try read(grid([("甲", turns), ("乙", answers)]), as: "a.TextGrid")
    #expect(transcript?.cues.count == 5)
    let short = [(0.0, 1.0, "a"), (1.0, 2.0, "b")]
    let both = try read(grid([("甲", [(0.0, 2.0, "你好")]), ("乙", short)]), as: "a.TextGrid")
    #expect(both?.cues.count == 3)
    // What is said twice stays where the times differ.
    let again = [(0.0, 2.5, "我们今天聊数据"), (3.0, 5.0, "然后呢")]
    #expect(try read(grid([("甲", turns), ("乙", again)]), as: "a.TextGrid")?.cues.count == 4)
  }
}

@Suite struct ExmaraldaTests {
  @Test func spokenTiersOnly() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <basic-transcription><head><meta-information><project-name>计划</project-name>
      <transcription-name>录音一</transcription-name><comment>说明</comment></meta-information>
      <speakertable><speaker id="SPK0"><abbreviation>甲</abbreviation><sex value="f"/></speaker>
      <speaker id="SPK1"><abbreviation></abbreviation></speaker></speakertable></head>
      <basic-body><common-timeline><tli id="T0" time="0.5"/><tli id="T1"/><tli id="T2" time="2.5"/></common-timeline>
      <tier id="TIE0" speaker="SPK0" category="v" type="t" display-name="甲 [v]">
      <event start="T0" end="T1">你好 </event><event start="T1" end="T2">大家</event></tier>
      <tier id="TIE1" speaker="SPK0" category="en" type="a"><event start="T0" end="T2">hello</event></tier>
      <tier id="TIE2" speaker="SPK1" category="v" type="t"><event start="T1" end="T2">嗯</event></tier>
      </basic-body></basic-transcription>
      """
    let transcript = try read(text, as: "a.exb")
    #expect(described(transcript) == ["500-1500 甲|你好", "1500-2500 甲|大家", "1500-2500 SPK1|嗯"])
    #expect(transcript?.metadata.title == "录音一")
    #expect(transcript?.metadata.show == "计划")
  }
}

@Suite struct TranscriberTests {
  private func trs(_ turns: String, date: String = "041130") -> String {
    """
    <?xml version="1.0" encoding="GB2312"?>
    <!DOCTYPE Trans SYSTEM "trans-14.dtd">
    <Trans scribe="x" audio_filename="a"><Topics><Topic id="to1" desc="话题"/></Topics>
    <Speakers><Speaker id="spk1" name="主持人"/><Speaker id="spk2" name="嘉宾"/></Speakers>
    <Episode program="新闻" air_date="\(date)"><Section type="report" startTime="0" endTime="9">\(turns)</Section></Episode></Trans>
    """
  }

  @Test func turnsWithTimes() throws {
    let turns = """
      <Turn speaker="spk1" startTime="0" endTime="3.5">
      <Sync time="0"/>
      你好<Event desc="laugh" type="noise" extent="instantaneous"/>
      大家 <Comment desc="说明"/>
      <Sync time="1.25"/>
      第二
      </Turn><Turn startTime="3.5" endTime="4"><Sync time="3.5"/>
      </Turn><Turn speaker="spk1 spk2" startTime="4" endTime="5"><Sync time="4"/>
      <Who nb="1"/>
      一
      <Who nb="2"/>
      二
      <Who nb="3"/>三</Turn>
      """
    let transcript = try read(trs(turns), as: "a.trs")
    #expect(
      described(transcript) == [
        "0-1250 主持人|你好大家", "1250-3500 主持人|第二", "4000-5000 主持人|一", "4000-5000 嘉宾|二",
        "4000-5000 |三",
      ])
    #expect(transcript?.metadata.show == "新闻")
    #expect(transcript?.metadata.date == "2004-11-30")
    #expect(transcript?.warnings == [])
  }

  @Test(arguments: [
    ("19981130", "1998-11-30"), ("981130", "1998-11-30"), ("2004-11-30", "2004-11-30"), ("", ""),
    ("x1130", ""),
  ])
  func dates(_ date: String, expected: String) throws {
    let text = trs("<Turn startTime=\"0\" endTime=\"1\">字</Turn>", date: date)
    #expect(try read(text, as: "a.trs")?.metadata.date == expected)
  }
}
