import Testing

@testable import Transcripts

/// Cues that are made of single words.
@Suite struct WordCuesTests {
  private struct Word {
    var text: String
    var start, end: Int?
    var speaker: String?

    init(_ text: String, _ start: Int? = nil, _ end: Int? = nil, _ speaker: String? = nil) {
      (self.text, self.start, self.end, self.speaker) = (text, start, end, speaker)
    }
  }

  private func cues(_ words: [Word], bringsSpaces: Bool = false) throws -> [String] {
    var builder = TranscriptBuilder(source: try SourceText(decoding: []))
    var cues = WordCues(bringsSpaces: bringsSpaces)
    for word in words {
      Array(word.text.utf8).withUnsafeBufferPointer {
        cues.append($0, start: word.start, end: word.end, speaker: word.speaker, into: &builder)
      }
    }
    cues.flush(into: &builder)
    return described(builder.finish(format: TranscriptFormat.all[0]))
  }

  @Test(arguments: [
    (["我们", "今天", "聊"], "我们今天聊"), (["hello", "world"], "hello world"),
    (["用", "OpenAI", "API", "的"], "用OpenAI API的"),
    (["Yes", ",", "it", "'s", "20", "%"], "Yes, it's 20%"),
    (["(", "a", ")", "b"], "(a) b"), (["안녕", "하세요"], "안녕 하세요"), (["你好", "，", "好"], "你好，好"),
    ([" Hello", " wor", "ld"], "Hello world"), (["你", " AI", "好"], "你 AI好"),
    (["Hi", " ", "you"], "Hi you"),
    (["ＡＩ", "x"], "ＡＩx"), (["สวัส", "ดี"], "สวัสดี"),
  ])
  func wordsAreJoinedAsTheirScriptIsWritten(words: [String], text: String) throws {
    #expect(try cues(words.map { Word($0) }) == ["?-? |\(text)"])
  }

  @Test func aCueEndsWhereTheSpeakerChanges() throws {
    let words = [
      Word("一", 0, 100, "甲"), Word("二", 100, 200), Word("三", 200, 300, "乙"),
      Word("四", 300, 400, "乙"),
      Word("五", 400, 500, "甲"),
    ]
    #expect(try cues(words) == ["0-200 甲|一二", "200-400 乙|三四", "400-500 甲|五"])
  }

  @Test func aCueEndsAtSentencesAndPauses() throws {
    let words = [
      Word("好", 0, 100), Word("。"), Word("”"), Word("是", 200, 300), Word("的", 1_300, 1_400),
      Word("吗", 2_401, 2_500), Word("3.5", 2_500, 2_600), Word("ok.", 2_600, 2_700),
      Word("go", 2_700, 2_800),
    ]
    #expect(
      try cues(words) == ["0-100 |好。”", "200-1400 |是的", "2401-2700 |吗3.5 ok.", "2700-2800 |go"])
  }

  @Test func longCuesAreCut() throws {
    let many = (0..<100).map { Word("w\($0)", $0 * 10, $0 * 10 + 10) }
    #expect(try cues(many).map { $0.split(separator: " ").count - 1 } == [40, 40, 20])
    let long = (0..<5).map { _ in Word(String(repeating: "长", count: 40)) }
    #expect(try cues(long).count == 3)
    #expect(try cues([Word(String(repeating: "长", count: 4_000))]).count == 1)
  }

  /// Words without times belong to their cue, whose times are those that are known.
  @Test func wordsWithoutTimesAreKept() throws {
    #expect(try cues([Word("a"), Word("b", 100, 200), Word("c")]) == ["100-200 |a b c"])
    #expect(try cues([Word("a", 100), Word("b", 1_200)]) == ["100-1200 |a", "1200-? |b"])
  }
}
