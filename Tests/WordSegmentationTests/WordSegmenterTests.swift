import ICUSupport
import TestSupport
import Testing

@testable import WordSegmentation

@Suite struct WordSegmenterTests {
  private static let lexicon = Result { try Lexicon.compile(.original) }
  private let compiled: WordSegmenter
  private let icu: ICUWordSegmenter

  init() throws {
    compiled = try WordSegmenter(Self.lexicon.get())
    icu = try ICUWordSegmenter()
  }

  /// The first place at which the engines differ, with what is around it.
  private func difference(_ bytes: [UInt8]) throws -> String? {
    var (first, second) = (TokenBuffer(), TokenBuffer())
    try compiled.segment(bytes.span, into: &first)
    try icu.segment(bytes.span, into: &second)
    for index in 0..<min(first.count, second.count)
    where first.range(index) != second.range(index) || first.kind(index) != second.kind(index) {
      let start = max(0, min(first.range(index).lowerBound, second.range(index).lowerBound) - 12)
      let end = min(bytes.count, start + 60)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      let points = text.unicodeScalars.map { String($0.value, radix: 16) }
      return "\(first.range(index)) \(first.kind(index)), \(second.range(index)) "
        + "\(second.kind(index)) in \(text) \(points)"
    }
    return first.count == second.count ? nil : "\(first.count) and \(second.count) tokens"
  }

  @Test(arguments: [
    "我们用GPT4！3次。", "さくら カタカナ 한국어", "好👍", "OpenAI's e-mail", "", "的", "中", "a", "\r\n",
    "诺贝尔奖得主在讲人工智能", "ㄅㄆ〱ー", "㍍は長い", "ｶﾞｶﾞ", "⼀二三", "𠀀中𠀁", "ไทยภาษา中文", "〇一二", "々人々",
    "コンピューターシステム中文", "アアアアアアアアアアアアアアアアアアアアアアアアア", "漢\u{301}字", "1,234.5元",
  ])
  func isICU(text: String) throws {
    #expect(try difference(Array(text.utf8)) == nil)
  }

  @Test func randomTextIsICU() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<4_000 {
      let text = RandomText.string(length: 60, using: &generator)
      #expect(try difference(Array(text.utf8)) == nil)
      if try difference(Array(text.utf8)) != nil { return }
    }
  }

  @Test func randomBytesAreICU() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<4_000 {
      let bytes = RandomText.bytes(length: 80, using: &generator)
      #expect(try difference(bytes) == nil)
      if try difference(bytes) != nil { return }
    }
  }

  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realTextIsICU() throws {
    for path in TestData.files(below: TestData.evaluation! + "/transcripts").prefix(40) {
      let found = try difference(TestData.bytes(path))
      #expect(found == nil)
      if found != nil { return }
    }
  }
}
