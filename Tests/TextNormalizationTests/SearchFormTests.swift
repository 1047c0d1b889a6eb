import ICUSupport
import TestSupport
import Testing
import TextNormalization

@Suite struct SearchFormTests {
  private let folder: SearchFormFolder

  init() throws {
    folder = try SearchFormFolder()
  }

  private func fold(_ text: String) throws -> String {
    String(decoding: try folder.fold(Array(text.utf8).span).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("軟件", "软件"), ("软件", "软件"), ("ＯｐｅｎＡＩ", "openai"), ("OpenAI", "openai"),
    ("諾貝爾獎", "诺贝尔奖"), ("（笑）", "(笑)"), ("㈠", "(一)"), ("ﬁn", "fin"), ("é", "é"),
    ("e\u{301}", "é"), ("a\u{200B}b", "ab"), ("", ""), ("ＡＩ的數據", "ai的数据"), ("ẞ", "ss"),
  ])
  func foldsToOneForm(original: String, form: String) throws {
    #expect(try fold(original) == form)
  }

  /// The twin: the whole string normalised at once, then transliterated at once.
  @Test func agreesWithICUStepByStep() throws {
    let casefold = try CasefoldNormalizer()
    let simplifier = try Transliterator("Traditional-Simplified")
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<8_000 {
      let text = RandomText.string(length: 40, using: &generator)
      let units = Array(text.utf16)
      var expected: [UInt16] = []
      if !units.isEmpty { try casefold.normalize(units, in: 0..<units.count, into: &expected) }
      try simplifier.transliterate(&expected)
      #expect(try fold(text) == String(decoding: expected, as: UTF16.self))
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

  /// A vowel Jamo has no boundary before it: it shares a chunk with the emoji, of two units.
  @Test func chunksNeverCutASurrogatePair() throws {
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
    for _ in 0..<5_000 {
      let bytes = RandomText.bytes(length: 60, using: &generator)
      let form = try folder.fold(bytes.span)
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
      if let end = boundaries.last, end > 0 {
        let whole = form.offsets.original(of: 0..<end)
        #expect(try folder.fold(Array(bytes[whole]).span).bytes == form.bytes)
      }
    }
  }

  @Test func brokenBytesCountAsTheyAre() throws {
    let bytes: [UInt8] = [0x41, 0xE9, 0xA8, 0x42]
    let form = try folder.fold(bytes.span)
    #expect(String(decoding: form.bytes, as: UTF8.self) == "a\u{FFFD}b")
    #expect(form.offsets.original(of: 1..<4) == 1..<3)
    #expect(form.offsets.original(of: 4..<5) == 3..<4)
  }

  @Test func simplifiedKeepsCaseAndWidth() throws {
    let converter = try SimplifiedConverter()
    #expect(try converter.convert("ＯｐｅｎＡＩ的軟體，很好") == "ＯｐｅｎＡＩ的软体，很好")
    let broken: [UInt8] = [0x41, 0xFF]
    #expect(String(decoding: try converter.convert(broken.span), as: UTF8.self) == "A\u{FFFD}")
  }
}
