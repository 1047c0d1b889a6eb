import ICUSupport
import Testing

@Suite struct ICUHandleTests {
  @Test func errorsNameICUsErrorAndTheCall() {
    let error = #expect(throws: ICUError.self) { try Transliterator("No-Such-Thing") }
    #expect(error?.name == "U_INVALID_ID")
    #expect(error?.call == "utrans_openU(No-Such-Thing)")
    let charset = #expect(throws: ICUError.self) { try CharsetConverter("no-such-charset") }
    #expect(charset == ICUError(.status(4), "ucnv_open(no-such-charset)"))
    #expect(charset?.name == "U_FILE_ACCESS_ERROR")
  }

  @Test func wordBreaksCoverTheText() throws {
    let breaks = try WordBreaks()
    var ends: [Int32] = []
    var statuses: [Int32] = []
    try breaks.segment(Array("我们用GPT4。3次".utf16), ends: &ends, statuses: &statuses)
    #expect(ends == [2, 3, 7, 8, 9, 10])
    #expect(statuses == [400, 400, 100, 0, 100, 400])
    try breaks.segment([], ends: &ends, statuses: &statuses)
    #expect(ends.isEmpty && statuses.isEmpty)
  }

  @Test func transliteratesInPlace() throws {
    let transliterator = try Transliterator("Traditional-Simplified")
    var text = Array("軟體與AI".utf16)
    try transliterator.transliterate(&text)
    #expect(String(decoding: text, as: UTF16.self) == "软体与AI")
    var empty: [UInt16] = []
    try transliterator.transliterate(&empty)
    #expect(empty.isEmpty)
  }

  @Test func guessesAndConvertsCharsets() throws {
    let text = String(repeating: "今天我们讨论人工智能与数据中心的发展趋势，谢谢大家。", count: 20)
    let bytes = try #require(Self.encoded(text, as: "GB18030"))
    #expect(try CharsetDetector.guesses(for: bytes.span).first?.name == "GB18030")
    let utf8 = try CharsetConverter("GB18030").utf8(from: bytes.span)
    #expect(String(decoding: utf8, as: UTF8.self) == text)
    #expect(try CharsetConverter("Big5").utf8(from: [UInt8]().span).isEmpty)
  }

  /// GB18030 by its double-byte part, which is all that the sample needs.
  static func encoded(_ text: String, as name: String) -> [UInt8]? {
    guard let converter = try? CharsetConverter(name) else { return nil }
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for lead in UInt8(0xA1)...0xF7 {
      for trail in UInt8(0xA1)...0xFE {
        let pair = [lead, trail]
        guard let utf8 = try? converter.utf8(from: pair.span) else { continue }
        let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
        if scalars.count == 1, let scalar = scalars.first { table[scalar] = pair }
      }
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let pair = table[scalar] {
        bytes += pair
      } else {
        return nil
      }
    }
    return bytes
  }

  @Test func propertiesTellScriptsAndWidths() {
    #expect(CharacterProperties.script(of: 0x4E2D) == .han)
    #expect(CharacterProperties.script(of: 0x3042) == .kana)
    #expect(CharacterProperties.script(of: 0xAC00) == .hangul)
    #expect(CharacterProperties.script(of: 0x61) == .other)
    #expect(CharacterProperties.cellWidth(of: 0x4E2D) == 2)
    #expect(CharacterProperties.cellWidth(of: 0x61) == 1)
    #expect(CharacterProperties.cellWidth(of: 0x301) == 0)
    #expect(CharacterProperties.isWhiteSpace(0x3000) && !CharacterProperties.isWhiteSpace(0x4E00))
    #expect(CharacterProperties.isPunctuationOrSymbol(0x3002))
    #expect(CharacterProperties.isPunctuationOrSymbol(0x1F600))
    #expect(!CharacterProperties.isPunctuationOrSymbol(0x41))
  }

  @Test func versionsAreNumbers() {
    #expect(ICUVersion.library.contains("."))
    #expect(ICUVersion.unicode.contains("."))
  }
}
