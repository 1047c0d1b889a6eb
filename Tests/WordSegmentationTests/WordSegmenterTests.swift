import ICUSupport
import TestSupport
import Testing

@testable import WordSegmentation

@Suite struct WordSegmenterTests {
  private static let lexicon = Result { try Lexicon.shared(.original) }
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
    "诺贝尔奖得主在讲人工智能", "ㄅㄆ〱ー", "㍍は長い", "〱㌙🇾", "ｶﾞｶﾞ", "⼀二三", "𠀀中𠀁", "ไทยภาษา中文", "〇一二", "々人々",
    "コンピューターシステム中文", "アアアアアアアアアアアアアアアアアアアアアアアアア", "漢\u{301}字", "1,234.5元",
  ])
  func isICU(text: String) throws {
    #expect(try difference(Array(text.utf8)) == nil)
  }

  /// Random code points, and pieces of the dictionary's own words, which tie and overlap: 300,000
  /// code points, or twelve million when `ZIMU_LONG_TESTS` is set.
  @Test func randomTextIsICU() throws {
    var generator = SeededGenerator(seed: 11)
    let dictionary = try BreakDictionary.read()
    var count = 0
    while count < (TestData.isLong ? 12_000_000 : 300_000) {
      var text = ""
      while text.unicodeScalars.count < 300 {
        text += RandomText.string(length: 12, using: &generator)
        for _ in 0..<Int.random(in: 0..<6, using: &generator) {
          let word = dictionary.word(
            Int.random(in: dictionary.ends.indices, using: &generator))
          let part = word.prefix(Int.random(in: 1...word.count, using: &generator))
          text += String(decoding: part, as: UTF16.self)
        }
      }
      count += text.unicodeScalars.count
      let found = try difference(Array(text.utf8))
      #expect(found == nil)
      if found != nil { return }
    }
  }

  @Test func randomBytesAreICU() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<4_000 {
      let found = try difference(RandomText.bytes(length: 80, using: &generator))
      #expect(found == nil)
      if found != nil { return }
    }
  }

  /// One row of Han without an end, as long as several buffers: what is given out before its end
  /// is what ICU makes of all of it.
  @Test func longRowsAreICU() throws {
    var generator = SeededGenerator(seed: 13)
    let dictionary = try BreakDictionary.read()
    for length in [2_040, 2_048, 2_116, 30_000] {
      var units: [UInt16] = []
      while units.count < length {
        let word = dictionary.word(Int.random(in: dictionary.ends.indices, using: &generator))
        units += word.filter { (0x4E00...0x9FFF).contains($0) }
      }
      let bytes = Array(String(decoding: units.prefix(length), as: UTF16.self).utf8)
      #expect(try difference(bytes) == nil)
    }
    // Runs that are cut part by part: kana, text that is not NFKC, characters above U+FFFF.
    let pieces = ["コンピューター", "です", "漢字", "ｶﾞ", "㍍", "𠮷野家", "⼀", "我們在", "アアアアアア"]
    for _ in 0..<4 {
      var text = ""
      while text.utf8.count < 150_000 { text += pieces.randomElement(using: &generator)! }
      #expect(try difference(Array(text.utf8)) == nil)
    }
    // Cuts that do not meet for long: the buffer grows.
    for text in ["一一", "中", "的的的"] {
      let bytes = Array(String(repeating: text, count: 5_000).utf8)
      #expect(try difference(bytes) == nil)
    }
    for text in ["a", "1.", "カ", "ガー", "ｶ", "㍍", "かな", "한", "\u{301}", "👍", "ไ", " "] {
      let bytes = Array(String(repeating: text, count: 30_000).utf8)
      #expect(try difference(bytes) == nil)
    }
  }

  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realTextIsICU() throws {
    let data = TestData.evaluation!
    let files = ["transcripts", "segmentation", "unicode"].flatMap {
      TestData.files(below: data + "/" + $0)
    }
    #expect(files.count > 380)
    for path in files {
      let found = try difference(TestData.bytes(path))
      #expect(found == nil, "\(path)")
      if found != nil { return }
    }
  }

  /// Unicode's own cases: each text of the file, whatever its boundaries should be.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func casesOfUnicodeAreICU() throws {
    let path = TestData.evaluation! + "/unicode/WordBreakTest.txt"
    let lines = String(decoding: try TestData.bytes(path), as: UTF8.self).split(separator: "\n")
    var count = 0
    for line in lines where line.hasPrefix("÷") {
      let numbers = line.prefix { $0 != "#" }.split { "÷× \t".contains($0) }
      let scalars = numbers.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(try difference(Array(text.utf8)) == nil, "\(line)")
      count += 1
    }
    #expect(count > 1_800)
  }

  /// One lexicon serves any number of threads, with the same answers.
  @Test func threadsShareALexicon() async throws {
    let lexicon = try Self.lexicon.get()
    let text = Array(String(repeating: "我们讨论人工智能，OpenAI的模型。", count: 200).utf8)
    let answers = try await withThrowingTaskGroup(of: TokenBuffer.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var tokens = TokenBuffer()
          try WordSegmenter(lexicon).segment(text.span, into: &tokens)
          return tokens
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers).count == 1 && answers[0].count > 1_000)
  }

  /// The same word has the same id wherever it stands, another word another; no other segment has
  /// one.
  @Test func wordsOfTheLexiconHaveIDs() throws {
    var tokens = TokenBuffer()
    let text = Array("讨论数据讨论，龘龘abc".utf8)
    try compiled.segment(text.span, into: &tokens)
    let ids = tokens.tokens.map(\.lexiconID)
    #expect(ids[0] == ids[2] && ids[0] != ids[1])
    #expect(ids[0] == (try Self.lexicon.get()).id(of: Array("讨论".utf16)))
    #expect(ids[3] == Token.noLexiconID && ids.last == Token.noLexiconID)
  }
}
