import TestSupport
import Testing
import WordSegmentation

@Suite struct ICUWordSegmenterTests {
  private let segmenter: ICUWordSegmenter

  init() throws {
    segmenter = try ICUWordSegmenter()
  }

  private func segments(_ text: String) throws -> [String] {
    var tokens = TokenBuffer()
    let bytes = Array(text.utf8)
    try segmenter.segment(bytes.span, into: &tokens)
    return tokens.indices.map { index in
      String(decoding: bytes[tokens.range(index)], as: UTF8.self) + "/" + tokens.kind(index).name
    }
  }

  @Test func tellsKindsApart() throws {
    #expect(
      try segments("我们用GPT4！3次。") == [
        "我们/han", "用/han", "GPT4/letters", "！/symbol", "3/number", "次/han", "。/symbol",
      ])
    #expect(
      try segments("さくら カタカナ 한국어") == [
        "さくら/kana", " /other", "カタカナ/kana", " /other", "한국어/hangul",
      ])
    #expect(try segments("好👍") == ["好/han", "👍/symbol"])
    #expect(
      try segments("OpenAI's e-mail") == [
        "OpenAI's/letters", " /other", "e/letters", "-/symbol", "mail/letters",
      ])
    #expect(try segments("") == [])
  }

  @Test func wordsAreKindsThatCount() {
    #expect(
      WordKind.allCases.filter(\.isWord).map(\.name) == [
        "han", "kana", "hangul", "letters", "number", "user", "name",
      ])
  }

  /// Whatever the bytes, segments stand in a row and cover all of them.
  @Test func coversAnyBytes() throws {
    var generator = SeededGenerator(seed: 5)
    var tokens = TokenBuffer()
    for _ in 0..<5_000 {
      let bytes = RandomText.bytes(length: 80, using: &generator)
      try segmenter.segment(bytes.span, into: &tokens)
      var end = 0
      for index in tokens.indices {
        #expect(tokens.range(index).lowerBound == end)
        #expect(!tokens.range(index).isEmpty)
        end = tokens.range(index).upperBound
      }
      #expect(end == bytes.count)
    }
  }
}
