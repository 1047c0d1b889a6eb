import ICUSupport
import TestSupport
import Testing

@testable import Transcripts

/// Texts in the charsets that people have, without a word about which.
@Suite struct CharsetTests {
  private static let simplified = "我们今天讨论数据和模型的问题，大家觉得怎么样？\n这个 AI 产品很好\n"
  private static let traditional = "我們今天討論數據和模型的問題，大家覺得怎麼樣？\n這個 AI 產品很好\n"

  private static func bytes(_ text: String, as charset: String) throws -> [UInt8] {
    switch charset {
    case "UTF-8": return Array(text.utf8)
    case "UTF-16LE": return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-32LE": return text.unicodeScalars.flatMap(little)
    case "UTF-32BE": return text.unicodeScalars.flatMap { little($0).reversed() }
    default: throw TranscriptError(.unknownCharset(charset))
    }
  }

  private static func little(_ scalar: Unicode.Scalar) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
  }

  @Test(
    arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"],
    ["", "\u{FEFF}"])
  func unicodeIsReadWithAndWithoutMark(charset: String, mark: String) throws {
    for text in [Self.simplified, Self.traditional, "{\"plain\": \"ASCII only\"}\n"] {
      let file = try Self.bytes(mark + text, as: charset)
      let source = try SourceText(decoding: file)
      #expect(String(decoding: source.bytes, as: UTF8.self) == text)
      #expect(source.encoding == charset)
    }
  }

  /// Where nothing is ASCII but the line breaks, NULs are few.
  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func unicodeOfHanAlone(charset: String) throws {
    let line = "我们今天讨论数据和模型的问题，大家觉得怎么样？这个问题很好，说的是我们今天要做的事情。"
    let text = String(repeating: line + "\n", count: 20)
    let source = try SourceText(decoding: try Self.bytes(text, as: charset))
    #expect(String(decoding: source.bytes, as: UTF8.self) == text)
    #expect(source.encoding == charset)
  }

  /// 我们今天讨论数据 in GB18030; 我們今天討論數據 and 嘅 (Hong Kong's supplement) in Big5.
  private static let gb: [UInt8] = [
    0xCE, 0xD2, 0xC3, 0xC7, 0xBD, 0xF1, 0xCC, 0xEC, 0xCC, 0xD6, 0xC2, 0xDB, 0xCA, 0xFD, 0xBE, 0xDD,
  ]
  private static let big5: [UInt8] = [
    0xA7, 0xDA, 0xAD, 0xCC, 0xA4, 0xB5, 0xA4, 0xD1, 0xB0, 0x51, 0xBD, 0xD7, 0xBC, 0xC6, 0xBE, 0xDA,
  ]

  /// One line is enough to tell.
  @Test func shortTextsOfOldCharsets() throws {
    let simplified = try SourceText(decoding: Self.gb + [0x0A])
    #expect(String(decoding: simplified.bytes, as: UTF8.self) == "我们今天讨论数据\n")
    #expect(simplified.encoding == "GB18030")
    let traditional = try SourceText(decoding: Self.big5 + [0x0A])
    #expect(String(decoding: traditional.bytes, as: UTF8.self) == "我們今天討論數據\n")
    #expect(traditional.encoding == "Big5")
  }

  @Test func hongKongHasCharactersOfItsOwn() throws {
    let file = Self.big5 + [0xFE, 0xA9, 0x92, 0x5D, 0x0A]
    let text = try SourceText(decoding: file)
    #expect(text.encoding == "Big5-HKSCS")
    #expect(!String(decoding: text.bytes, as: UTF8.self).contains("\u{FFFD}"))
  }

  /// 王小明 in Big5, three characters of which none is among the commonest.
  private static let name: [UInt8] = [0xA4, 0xFD, 0xA4, 0x70, 0xA9, 0xFA]

  @Test(arguments: [
    "<html><meta charset=\"big5\"><p>", "<?xml version='1.0' encoding='Big5'?><p>",
    "<META http-equiv=Content-Type content='text/html; CHARSET=BIG5'><p>",
  ])
  func markupNamesItsCharset(start: String) throws {
    let text = try SourceText(decoding: Array(start.utf8) + Self.name)
    #expect(String(decoding: text.bytes, as: UTF8.self) == start + "王小明")
    #expect(text.warnings.isEmpty)
  }

  /// The content is right where the declaration is wrong.
  @Test func declarationsThatDoNotFit() throws {
    let start = "<meta charset=big5><p>"
    let utf8 = try SourceText(decoding: Array((start + "王小明").utf8))
    #expect(utf8.encoding == "UTF-8")
    let gb = try SourceText(decoding: Array("<meta charset=utf-8><p>".utf8) + Self.gb)
    #expect(gb.encoding == "GB18030")
    let unknown = try SourceText(decoding: Array("<meta charset=klingon><p>".utf8) + Self.gb)
    #expect(unknown.encoding == "GB18030")
    // Without a declaration the word is only a word.
    #expect(CharsetDeclaration.name(in: Array("charset=big5 是什么".utf8)) == nil)
  }

  @Test func otherKindsAreNamed() {
    let noise: [UInt8] = [0, 1, 0xFF, 0xFE, 0, 9]
    let kinds: [([UInt8], TranscriptError.Code)] = [
      (Array("%PDF-1.5\n".utf8), .otherDocument), (Array("{\\rtf1\\ansi ".utf8), .otherDocument),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .otherDocument),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive),
      (Array("Rar!\u{1A}\u{7}".utf8), .otherArchive),
    ]
    for (start, code) in kinds {
      for bytes in [start, start + noise] {
        #expect(throws: TranscriptError(code)) { try Transcript.read(bytes, fileName: "a.pdf") }
        let refusal = Transcript.refusal(
          ofHead: bytes, fileName: "a.pdf", encoding: nil, format: nil)
        #expect(refusal?.code == code)
      }
    }
  }

  @Test func noiseIsNoText() throws {
    var generator = SeededGenerator(seed: 17)
    for round in 0..<200 {
      // Half of them with so many NULs as films have.
      let range: ClosedRange<UInt8> = round.isMultiple(of: 2) ? 0...255 : 0...9
      let file = (0..<5_000).map { _ in UInt8.random(in: range, using: &generator) }
      #expect(throws: TranscriptError.self) { try Transcript.read(file, fileName: "a.txt") }
    }
  }

  @Test func escapesAndZerosAreTakenOut() throws {
    let line = "\u{1B}[1;31m我们\u{1B}[0m今天\u{0}聊\u{1B}]0;title\u{7}数据\u{1B}(B\n"
    let transcript = try #require(try read(Array(line.utf8) + [0xFF, 0x0A], as: "a.txt"))
    #expect(described(transcript) == ["?-? |我们今天聊数据", "?-? |\u{FFFD}"])
    #expect(
      transcript.warnings == [
        TranscriptWarning(.terminalEscapes(count: 4), byteOffset: 0),
        TranscriptWarning(.zeros(count: 1), byteOffset: 0),
        // The offset is that of the file, where the escapes are.
        TranscriptWarning(.brokenUTF8([0xFF]), byteOffset: line.utf8.count, line: 2),
      ])
  }

  /// Offsets through removals and repairs, beside a plain count.
  @Test func positionsLeadBackToTheFile() throws {
    var generator = SeededGenerator(seed: 18)
    let pieces: [[UInt8]] = [
      [0x41], Array("汉".utf8), [0xFF], [0xE6, 0xB1], [0x1B, 0x5B, 0x6D], [0], [0x0A],
    ]
    for _ in 0..<2_000 {
      let parts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }
      let file = [UInt8](repeating: 0x61, count: 60) + parts.joined()
      guard let text = try? SourceText(decoding: file), text.encoding == "UTF-8" else { continue }
      for (position, byte) in text.bytes.enumerated() where byte < 0x80 {
        let offset = try #require(text.fileOffset(of: position))
        #expect(file[offset] == byte, "\(parts) at \(position)")
      }
    }
  }
}
