import TestSupport
import Testing

@testable import Transcripts

/// Text with the speaker and the time of each turn.
@Suite struct MeetingTests {

  @Test func feishu() throws {
    let text = """
      2024年11月30日 下午 3:00|12分钟 5秒

      关键词:
      数据、模型

      文字记录:
      说话人 1 00:00\u{20}
      我们今天聊数据
      和模型

      说话人 2 00:07
      人工智能

      张三 01:02:03
      训练芯片，在 10:30 开始
      """
    let transcript = try read(text, as: "a.txt")
    #expect(
      described(transcript) == [
        "0-7000 说话人 1|我们今天聊数据 和模型", "7000-3723000 说话人 2|人工智能", "3723000-? 张三|训练芯片，在 10:30 开始",
      ])
    #expect(transcript?.metadata.date == "2024-11-30")
    #expect(transcript?.metadata.title == "")
    #expect(transcript?.format.name == "meeting")
  }

  /// The shapes of headers, with two turns each.
  @Test(arguments: [
    ("发言人1   00:01\n你好\n\n发言人2   00:07\n再见\n", "发言人1", "发言人2", 1_000, 7_000),
    ("张三(00:00:01): 你好\n李四(00:00:07): 再见\n", "张三", "李四", 1_000, 7_000),
    ("张三（00:00:01）：你好\n李四（00:00:07）：再见\n", "张三", "李四", 1_000, 7_000),
    ("主持人 00:00:01\n你好\n\n嘉宾 00:00:05\n再见\n", "主持人", "嘉宾", 1_000, 5_000),
    ("00:00:01 张三\n你好\n\n00:00:05 李四\n再见\n", "张三", "李四", 1_000, 5_000),
    ("[00:00:01] 张三\n你好\n[00:00:05] 李四\n再见\n", "张三", "李四", 1_000, 5_000),
    ("[00:00:01] 张三：你好\n[00:00:05] 李四：再见\n", "张三", "李四", 1_000, 5_000),
    ("00:00:01 张三：你好\n00:00:05 李四：再见\n", "张三", "李四", 1_000, 5_000),
    ("张三 2024-11-30 15:00:07\n你好\n李四 2024-11-30 15:00:11\n再见\n", "张三", "李四", 0, 4_000),
    ("[Li Si (产品)] 23:59:58\n你好\n[张三] 00:00:03\n再见\n", "Li Si (产品)", "张三", 0, 5_000),
    (
      "Speaker 1  0:01  \n你好\n\nSidney O'Neil  0:07\n再见\n", "Speaker 1", "Sidney O'Neil", 1_000,
      7_000
    ),
    ("说话人1：00:01\n你好\n说话人2：00:07\n再见\n", "说话人1", "说话人2", 1_000, 7_000),
    ("张三 [00:00:01]\n你好\n李四 [00:00:07]\n再见\n", "张三", "李四", 1_000, 7_000),
    ("宫木翔太 (10:02)\n你好\n\n金泽 (10:03)\n再见\n", "宫木翔太", "金泽", 602_000, 603_000),
    ("张三   0:01 你好\n李四   0:07 再见\n", "张三", "李四", 1_000, 7_000),
    ("[00:00:01.120] - 张三\n你好\n\n[00:00:07.300] - 李四\n再见\n", "张三", "李四", 1_120, 7_300),
    ("张三: [00:00:01] 你好\n\n李四: [00:00:07] 再见\n", "张三", "李四", 1_000, 7_000),
  ])
  func shapesOfHeaders(
    text: String, first: String, second: String, start: Int, next: Int
  ) throws {
    #expect(
      described(try read(text, as: "a.txt")) == [
        "\(start)-\(next) \(first)|你好", "\(next)-? \(second)|再见",
      ])
    #expect(described(try read(text.replacing("\n", with: "\r\n"), as: "a.text")).count == 2)
  }

  @Test func creditsAreNoWords() throws {
    let text = "茶馆\n说话人1 00:01\n你好\n\n说话人2 00:04\n再见\n\n以上内容由AI生成，仅供参考\n"
    #expect(described(try read(text, as: "a.txt")).last == "4000-? 说话人2|再见")
  }

  @Test func rangesGiveEnds() throws {
    let text = "发言人1 00:01 - 00:04\n你好\n\n发言人2 (00:07-00:09)\n再见\n"
    #expect(described(try read(text, as: "a.txt")) == ["1000-4000 发言人1|你好", "7000-9000 发言人2|再见"])
  }

  /// Beside a date two numbers are hours and minutes, as in saved chats.
  @Test func minutesOfADay() throws {
    let text = "张三 2024/1/2 10:30\n你好\n李四 2024/1/2 10:31\n在\n张三 2024/1/2 11:00\n再见\n"
    #expect(
      described(try read(text, as: "a.txt")) == [
        "0-60000 张三|你好", "60000-1800000 李四|在", "1800000-? 张三|再见",
      ])
  }

  @Test func whatStandsAboveGivesTitleAndDate() throws {
    let text = """
      数据例会
      November 30, 2024, 7:00AM
      16s

      章节速览
      00:00 开场
      介绍数据。
      05:00 结尾
      文字记录
      Zhang San   0:01
      你好

      Li Si   0:07
      再见

      Transcribed by https://otter.ai
      """
    let transcript = try read(text, as: "a.txt")
    #expect(described(transcript) == ["1000-7000 Zhang San|你好", "7000-? Li Si|再见"])
    #expect(transcript?.metadata.title == "数据例会")
    #expect(transcript?.metadata.date == "2024-11-30")
    let titled = "会议主题：留言板 讲解\n上传时间：2026年3月31日（周二） 02:25 （GMT+08）\n\n说话人 1 00:00:01\n你好\n"
    let named = try read(titled, as: "a.txt")
    #expect(described(named) == ["1000-? 说话人 1|你好"])
    #expect(named?.metadata.title == "留言板 讲解")
    #expect(named?.metadata.date == "2026-03-31")
  }

  /// Text with times that is none of turns.
  @Test(arguments: [
    "开幕式 09:00\n签到 09:30\n讲座 10:00\n午餐 12:00\n",
    "09:00 开幕式\n主持人致辞\n10:00 讲座\n内容如下\n11:00 讨论\n大家发言\n12:00 午餐\n在三楼\n",
    "会议室A 09:00\n数据组\n会议室B 10:00\n模型组\n会议室C 11:00\n芯片组\n会议室D 12:00\n财务组\n",
    "我们约在 10:30\n后来改到 11:00\n大家都来了\n",
    "[SPEAKER_00]: 你好\n[SPEAKER_01]: 再见\n", "主席：今天 10:30 开会\n委員：好\n",
    "10:58:52\t From Someone : Hi there\n10:59:03\t From Other : Hello\n",
    "[10:00:01] <nick> hello\n[10:00:05] <other> hi\n",
    "00:00:01\n", "张三 00:00:01\n", "说话人 1 00:00:01\n",
    "日期 2024-11-30\n时间 10:30\n地点 三楼\n时间 11:30\n", "比分 3:45\n好球\n", "",
  ])
  func proseAndTimetablesAreNoTurns(text: String) throws {
    let transcript = try read(text, as: "a.txt")
    #expect(transcript?.format.name == "text", "\(described(transcript))")
  }

  @Test(arguments: [
    ("[00:00:01] 你好\n[00:00:05] 再见\n", ["1000-5000 |你好", "5000-? |再见"]),
    ("(0:01) 你好\n(0:05) 再见\n", ["1000-5000 |你好", "5000-? |再见"]),
    ("00:00:01.500 你好\n00:00:05 再见\n接着\n", ["1500-5000 |你好", "5000-? |再见 接着"]),
    ("标题\n0:05\n你好\n0:09\n再见\n还有\n", ["?-? |标题", "5000-9000 |你好", "9000-? |再见 还有"]),
    ("[00:00:01 - 00:00:03] 你好\n[00:00:05 - 00:00:06] 再见\n", ["1000-3000 |你好", "5000-6000 |再见"]),
    ("[00:00:01] 他说：你好\n[00:00:05] 再见\n", ["1000-5000 |他说：你好", "5000-? |再见"]),
    ("00:01: 你好\n00:05: 再见\n", ["1000-5000 |你好", "5000-? |再见"]),
  ])
  func stampedLines(text: String, cues: [String]) throws {
    let transcript = try read(text, as: "a.txt")
    #expect(described(transcript) == cues)
    #expect(transcript?.format.name == "stamped")
  }

  @Test(
    arguments: [
      ("2024年11月30日", "2024-11-30"), ("2024-1-2 x", "2024-01-02"),
      ("am 3. 5 May 2024", "2024-05-05"),
      ("Nov 30 2024", "2024-11-30"), ("2024年3月", "2024-03"), ("2024/02/30", nil), ("2024.11", nil),
      ("1234567", nil), ("", nil), ("录制于2024/11/3下午", "2024-11-03"), ("12024-11-30", nil),
    ] as [(String, String?)])
  func datesInText(text: String, date: String?) {
    #expect(DateText.first(in: Array(text.utf8)[...]) == date)
  }

  @Test func mutatedMeetingsNeverCrash() throws {
    let seeds = [
      "说话人 1 00:00\n数据\n\n张三 01:02:03\n芯片\n", "张三(00:00:01): 你好\n李四(00:00:07): 再见\n",
      "[Zoom] 23:59:59\n一\n[甲] 00:00:01\n二\n", "[00:00:01] 一\n[00:00:02] 二\n",
      "甲 2024-11-30 15:00:07\n一\n乙 2024-12-01 15:00:09\n二\n",
      "00:00:01:00 - 00:00:03:00\n甲\n一\n00:00:04:00 - 00:00:05:12\n乙\n二\n",
      "0:0:1.0 --> 0:0:3.0\n甲\n一\n0:0:4.0 --> 0:0:5.4\n乙\n二\n",
      "甲\n0:01\n一\n乙\n0:07\n二\n甲\n0:09\n三\n", "00:00:00\n甲: 一\n乙: 二\n00:05:00\n甲: 三\n",
      "说话人 1\n一\n说话人 2\n二\n",
    ]
    var generator = SeededGenerator(seed: 71)
    for round in 0..<4_000 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] =
          Bool.random(using: &generator)
          ? bytes.randomElement(using: &generator)! : .random(in: 0...255, using: &generator)
      }
      for name in ["meeting", "stamped"] {
        let transcript = try? Transcript.read(bytes, fileName: "a.txt", format: name)
        for cue in transcript?.cues ?? [] {
          #expect(!cue.text.isEmpty && cue.text.upperBound <= transcript!.text.count)
          #expect(cue.end ?? .max >= cue.start ?? 0)
        }
      }
    }
  }

  @Test func longTextsTakeLinearTime() throws {
    let turn = "说话人 1 00:00\n" + String(repeating: "数据 10:30 [12:00 (\n", count: 20_000)
    #expect(try read(turn, as: "a.txt")?.cues.count == 1)
    let line = "说话人 1 00:00\n" + String(repeating: "(0:", count: 400_000)
    #expect(try read(line, as: "a.txt")?.cues.count == 1)
    let many = (0..<3_000).map { "说话人 1 \($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)\n一\n" }
    #expect(try read(many.joined(), as: "a.txt")?.cues.count == 3_000)
  }

  /// What was plain text before is plain text still, and tables are tables.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realTextsAreNoTurns() throws {
    for path in TestData.files(below: TestData.evaluation! + "/transcripts") {
      guard path.hasSuffix(".txt") || path.hasSuffix(".csv") else { continue }
      let transcript = try read(TestData.bytes(path), as: path)
      #expect(transcript?.format.name == (path.hasSuffix(".csv") ? "csv" : "text"), "\(path)")
    }
  }
}
