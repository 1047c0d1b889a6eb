import TestSupport
import Testing

@testable import TextNormalization

@Suite struct SearchFormTests {
  private let folder: SearchFormFolder
  private let twin: StepwiseFold

  init() throws {
    folder = try SearchFormFolder()
    twin = try StepwiseFold()
  }

  private func fold(_ text: String) throws -> String {
    String(decoding: try folder.fold(Array(text.utf8).span).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("軟件", "软件"), ("软件", "软件"), ("ＯｐｅｎＡＩ", "openai"), ("OpenAI", "openai"),
    ("諾貝爾獎", "诺贝尔奖"), ("（笑）", "(笑)"), ("㈠", "(一)"), ("ﬁn", "fin"), ("é", "é"),
    ("e\u{301}", "é"), ("a\u{200B}b", "ab"), ("", ""), ("ＡＩ的數據", "ai的数据"), ("ẞ", "ss"),
    ("瞭解", "了解"), ("峯會", "峰会"), ("諮詢", "咨询"), ("「好」", "\"好\""), ("“好”", "\"好\""),
    ("2020–2024", "2020-2024"), ("don’t", "don't"), ("⻢", "马"), ("⾧", "长"), ("俱樂部", "俱乐部"),
    ("唐納德‧川普", "唐纳德·川普"), ("禰豆子\u{FE00}", "祢豆子"), ("\u{FEFF}好\u{2060}", "好"),
  ])
  func foldsToOneForm(original: String, form: String) throws {
    #expect(try fold(original) == form)
  }

  /// Middle dots are one between Han or kana, and nowhere else.
  @Test(arguments: [
    ("史蒂夫·乔布斯", "史蒂夫·乔布斯"), ("史蒂夫‧乔布斯", "史蒂夫·乔布斯"), ("史蒂夫・喬布斯", "史蒂夫·乔布斯"),
    ("史蒂夫･乔布斯", "史蒂夫·乔布斯"), ("史蒂夫．乔布斯", "史蒂夫·乔布斯"), ("史蒂夫•乔布斯", "史蒂夫·乔布斯"),
    ("ｱ･ｲ", "ア·イ"), ("コーヒー・カップ", "コーヒー·カップ"), ("あ・い", "あ·い"), ("か\u{3099}・き", "が·き"),
    ("3．5", "3.5"), ("A．B", "a.b"), ("A·B", "a·b"), ("A・B", "a・b"), ("史．A", "史.a"), ("3・史", "3・史"),
    ("史.乔", "史.乔"), ("史・", "史・"), ("・史", "・史"), ("史・・乔", "史・・乔"), ("史・ 乔", "史・ 乔"),
    ("史・\n乔", "史・\n乔"), ("史\u{200B}・\u{200B}乔", "史·乔"), ("史・\u{FE00}乔", "史·乔"),
    ("史．\u{FE00}\u{200B}乔", "史·乔"), ("史・\u{301}乔", "史・\u{301}乔"), ("史．\u{301}乔", "史.\u{301}乔"),
    ("㈣・史", "(四)・史"), ("史・㍿", "史·株式会社"), ("か\u{309A}・き", "か\u{309A}・き"), ("史・乔．布", "史·乔·布"),
  ])
  func middleDotsBetweenHanOrKana(original: String, form: String) throws {
    #expect(try fold(original) == form)
    #expect(try fold(form) == form)
    #expect(try twin.fold(original).string == form)
  }

  /// Texts that are little but dots, Han, kana, marks and what is dropped.
  @Test func randomMiddleDots() throws {
    let pieces = [
      "·", "‧", "・", "･", "．", "•", ".", "史", "喬", "カ", "か", "ー", "ｶ", "a", "3", " ", "\n", "㈣",
      "㍿",
      "\u{3099}", "\u{FF9E}", "\u{309A}", "\u{301}", "\u{FE00}", "\u{200B}", "\u{302A}", "Ŀ", "⼀",
    ]
    var generator = SeededGenerator(seed: 31)
    var folded = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      let form = try fold(text)
      #expect(try form.unicodeScalars.map(\.value) == twin.fold(text), "\(text.debugDescription)")
      #expect(try fold(form) == form)
      if form.contains("·") { folded += 1 }
    }
    #expect(folded > 1_000)
  }

  /// A part of a text folds as it does in the whole text if it is told what stands beside it.
  @Test func partsFoldAsInTheWholeText() throws {
    let pieces = ["・", "．", "･", "·", "。", " ", "\u{200B}", "-"]
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<5_000 {
      let gap = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      let (before, after) = (
        ["史", "ガ", "a", "3", ")", ""].randomElement(using: &generator)!,
        ["史", "ア", "a", "(", ""].randomElement(using: &generator)!
      )
      let whole = try fold(before + gap + after)
      let part = try folder.fold(
        Array(gap.utf8).span, before: before.unicodeScalars.last?.value,
        after: after.unicodeScalars.first?.value)
      #expect(before + String(decoding: part.bytes, as: UTF8.self) + after == whole)
    }
  }

  @Test func differentWordsStayApart() throws {
    for (first, second) in [("沈", "沉"), ("坏", "坯"), ("钟", "种"), ("俱", "具"), ("跤", "交")] {
      #expect(try fold(first) != fold(second))
    }
  }

  /// Every code point folds as the twin says, once and for all, to as many as NFKC_Casefold makes.
  @Test func everyCodePoint() throws {
    var failures: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let form = try fold(text)
      let isRight = try Array(form.unicodeScalars.map(\.value)) == twin.fold(text)
      if !isRight || form != text, try fold(form) != form || !isRight {
        failures.append("U+\(String(value, radix: 16))")
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(20))")
  }

  /// The twin and idempotence over random strings.
  @Test func randomStrings() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<8_000 {
      let text = RandomText.string(length: 40, using: &generator)
      let form = try fold(text)
      #expect(try form.unicodeScalars.map(\.value) == twin.fold(text))
      #expect(try fold(form) == form)
    }
  }

  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realTextFoldsAsTheTwinSays() throws {
    for path in TestData.files(below: TestData.evaluation! + "/transcripts").prefix(60) {
      let text = try String(decoding: TestData.bytes(path), as: UTF8.self)
      #expect(try fold(text) == twin.fold(text).string)
    }
  }

  /// The package's punctuation moves no word boundary of ICU's.
  @Test func punctuationKeepsWordBoundaries() throws {
    let breaks = try WordBreakProbe()
    let blocks: [ClosedRange<UInt32>] = [0x2000...0x2BFF, 0x3000...0x303F, 0xFE30...0xFE6F]
    let punctuation = FoldData.standard.mappings.filter { mapping in
      blocks.contains { $0.contains(mapping.from) }
    }
    #expect(punctuation.count == 25)
    for context in ["中|文", "カ|タ", "あ|い", "カ|文", "文|か", "ー|カ", "中|文a", "1中|文1", "中|カ|中"] {
      let texts = ["·", "・", "．", "."].map { context.replacing("|", with: $0) }
      #expect(try Set(texts.map { try breaks.ends($0) }).count == 1, "\(context)")
    }
    for mapping in punctuation {
      for context in ["a|b", "1|2", "中|文", " | ", "a|1", "カ|タ", "|", "a| b", "a||b"] {
        let texts = [mapping.from, mapping.to].map { scalar in
          context.replacing("|", with: String(Character(Unicode.Scalar(scalar)!)))
        }
        #expect(try breaks.ends(texts[0]) == breaks.ends(texts[1]), "\(texts)")
      }
    }
  }

  @Test func offsetsLeadToTheOriginal() throws {
    let text = "ＡＩ的軟體㈠é\u{200B}好"
    let form = try folder.fold(Array(text.utf8).span)
    #expect(String(decoding: form.bytes, as: UTF8.self) == "ai的软体(一)é好")
    func original(_ range: Range<Int>) -> String {
      let bytes = Array(text.utf8)[form.offsets.original(of: range)]
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(original(0..<2) == "ＡＩ")
    #expect(original(1..<2) == "Ｉ")
    #expect(original(5..<11) == "軟體")
    #expect(original(12..<15) == "㈠")
    #expect(original(18..<21) == "好")
    #expect(original(0..<form.bytes.count) == text)
    #expect(form.offsets.isInsideExpansion(12) && !form.offsets.isInsideExpansion(11))
  }

  @Test func chunksKnowAllTheirBytes() throws {
    let form = try folder.fold(Array("🚓\u{FFC5}".utf8).span)
    #expect(form.offsets.original(of: 0..<4) == 0..<7)
    #expect(form.offsets.isInsideExpansion(4))
  }

  @Test func unchangedLengthsCostNothing() throws {
    #expect(try folder.fold(Array("我觉得 ABC 軟體".utf8).span).offsets.isIdentity)
    #expect(try !folder.fold(Array("ＡＢＣ".utf8).span).offsets.isIdentity)
  }

  /// Ranges on boundaries of code points map to ranges whose own fold contains them, ascending.
  @Test func offsetMapsAreMonotoneAndCover() throws {
    var generator = SeededGenerator(seed: 4)
    var form = NormalizedText()
    for _ in 0..<5_000 {
      let bytes = RandomText.bytes(length: 60, using: &generator)
      try folder.fold(bytes.span, into: &form)
      #expect(try form == folder.fold(bytes.span))
      let boundaries = (0...form.bytes.count).filter {
        $0 == form.bytes.count || form.bytes[$0] & 0xC0 != 0x80
      }
      var last = 0..<0
      for (start, end) in zip(boundaries, boundaries.dropFirst()) {
        let range = form.offsets.original(of: start..<end)
        #expect(range.upperBound <= bytes.count)
        #expect(range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound)
        #expect(!range.isEmpty)
        last = range
      }
      let whole = form.offsets.original(of: 0..<form.bytes.count)
      #expect(try folder.fold(Array(bytes[whole]).span).bytes == form.bytes)
    }
  }

  @Test func brokenBytesCountAsTheyAre() throws {
    let bytes: [UInt8] = [0x41, 0xE9, 0xA8, 0x42, 0xFF]
    let form = try folder.fold(bytes.span)
    #expect(String(decoding: form.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}")
    #expect(form.broken == [1, 4])
    #expect(form.offsets.original(of: 1..<4) == 1..<3)
    #expect(form.offsets.original(of: 4..<5) == 3..<4)
  }

  /// Broken bytes are found where Swift's own decoding finds them.
  @Test func brokenBytesAreAllReported() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      let bytes = RandomText.bytes(length: 60, using: &generator)
      let repaired = String(decoding: bytes, as: UTF8.self)
      let form = try folder.fold(bytes.span)
      let replaced = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
      #expect(form.broken.count == replaced)
      #expect(try form.bytes == folder.fold(Array(repaired.utf8).span).bytes)
    }
  }
}
