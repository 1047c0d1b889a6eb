import Testing

@testable import Transcripts

/// Records with times, or names, on lines of their own.
@Suite struct TurnBlockTests {
  /// Premiere, in frames with and without drops; Resolve; Teams until 2022; what is copied from its page.
  @Test(arguments: [
    ("00:00:01:00 - 00:00:03:00\n张三\n你好\n世界\n\n00:00:04:00 - 00:00:05:12\n李四\n再见\n", 3_000, 5_480),
    ("00;00;01;00 - 00;00;03;00\n张三\n你好\n世界\n\n00;00;04;00 - 00;00;05;12\n李四\n再见\n", 3_000, 5_480),
    (
      "[00:00:01:00 - 00:00:03:00]\n张三\n 你好\n 世界\n\n[00:00:04:00 - 00:00:05:12]\n李四\n 再见\n", 3_000,
      5_480
    ),
    ("0:0:1.0 --> 0:0:3.0\n张三\n你好\n世界\n\n0:0:4.0 --> 0:0:5.480\n李四\n再见\n", 3_000, 5_480),
  ])
  func ranges(text: String, end: Int, last: Int) throws {
    let transcript = try read(text, as: "a.txt")
    #expect(described(transcript) == ["1000-\(end) 张三|你好 世界", "4000-\(last) 李四|再见"])
    #expect(transcript?.format.name == "meeting")
    #expect(transcript?.warnings.isEmpty == true)
  }

  @Test func rangesInFramesNeedNoNames() throws {
    let text = "00:00:01:00 - 00:00:03:00\n你好，世界\n\n00:00:04:00 - 00:00:05:12\n再见。\n"
    #expect(described(try read(text, as: "a.txt")) == ["1000-3000 |你好，世界", "4000-5480 |再见。"])
    // SubRip is SubRip.
    let subRip =
      "1\n0:00:01,000 --> 0:00:03,000\n张三\n你好\n\n2\n0:00:04,000 --> 0:00:05,000\n李四\n再见\n"
    #expect(try read(subRip, as: "a.txt")?.format.name == "srt")
  }

  @Test func namesAboveTimes() throws {
    let text = "例会\n张三\n0:01\n你好\n世界\n李四\n0:07\n再见\n张三\n0:09\n好\n"
    let transcript = try read(text, as: "a.txt")
    #expect(
      described(transcript) == ["1000-7000 张三|你好 世界", "7000-9000 李四|再见", "9000-? 张三|好"])
    #expect(try read("0:01\n你好\n0:07\n再见\n0:09\n你好\n", as: "a.txt")?.format.name == "stamped")
  }

  @Test func googleMeet() throws {
    let text = """
      周会 - Transcript
      Attendees
      张三, Li Si
      Transcript
      00:00:00
      \u{20}
      张三: 你好
      Li Si: 再见
      00:05:00
      张三: 好
      Meeting ended after 00:10:00
      """
    let transcript = try read(text, as: "a.txt")
    #expect(
      described(transcript) == [
        "0-300000 张三|你好", "0-300000 Li Si|再见", "300000-? 张三|好",
      ])
    #expect(transcript?.metadata.title == "周会 - Transcript")
  }

  /// 飞书妙记 and 讯飞听见 leave the times out where one asks them to.
  @Test func labelsWithoutTimes() throws {
    let text = "2024年11月30日 下午 3:00|12分钟 5秒\n\n关键词:\n数据\n\n文字记录:\n说话人 1\n你好\n世界\n\n说话人 2\n再见\n"
    let transcript = try read(text, as: "a.txt")
    #expect(described(transcript) == ["?-? 说话人 1|你好 世界", "?-? 说话人 2|再见"])
    #expect(transcript?.metadata.date == "2024-11-30")
    let none = text.replacing("说话人 1\n", with: "").replacing("说话人 2\n", with: "")
    let words = try read(none, as: "a.txt")
    #expect(described(words) == ["?-? |你好", "?-? |世界", "?-? |再见"])
    #expect(words?.metadata.date == "2024-11-30")
    let colons = "说话人1：\n你好\n\n说话人2：\n再见\n"
    #expect(described(try read(colons, as: "a.txt")) == ["?-? 说话人1|你好", "?-? 说话人2|再见"])
    #expect(try read("说话人的权利\n你好\n说话人要说话\n好\n", as: "a.txt")?.format.name == "text")
  }
}
