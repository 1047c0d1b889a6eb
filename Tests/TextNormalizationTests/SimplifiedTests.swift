import Foundation
import ICUSupport
import TestSupport
import Testing

@testable import TextNormalization

@Suite struct SimplifiedTests {
  private let converter: SimplifiedConverter
  /// By ICU's rules alone.
  private let plain: SimplifiedConverter
  private let icu: Transliterator

  init() throws {
    converter = try SimplifiedConverter()
    plain = SimplifiedConverter(SimplificationTable(try SimplificationRules.read()))
    icu = try Transliterator("Traditional-Simplified")
  }

  private func byICU(_ text: String) throws -> String {
    var units = Array(text.utf16)
    try icu.transliterate(&units)
    return String(decoding: units, as: UTF16.self)
  }

  @Test func keepsCaseAndWidth() {
    #expect(converter.convert("ＯｐｅｎＡＩ的軟體，很好") == "ＯｐｅｎＡＩ的软体，很好")
    let broken: [UInt8] = [0x41, 0xFF]
    let text = converter.convert(broken.span)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "A\u{FFFD}")
    #expect(text.broken == [1])
  }

  /// A line for each code point, so that no two meet.
  @Test func everyCodePointAsICU() throws {
    for plane in stride(from: UInt32(0), through: 0x10FFFF, by: 0x4000) {
      var text = String.UnicodeScalarView()
      for value in plane..<min(plane + 0x4000, 0x110000) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text.append(scalar)
        text.append("\n")
      }
      #expect(try converter.convert(String(text)) == byICU(String(text)), "from \(plane)")
    }
  }

  /// Characters of the rules themselves in random order: 300,000, or ten million when
  /// `ZIMU_LONG_TESTS` is set.
  @Test func adversarialTextAsICU() throws {
    let rules = try SimplificationRules.read()
    let parts = rules.multiple.map(\.from) + rules.single.keys.map { [$0] }
    let alphabet = Array(Set(parts.joined())).sorted()
    var generator = SeededGenerator(seed: 7)
    var count = 0
    while count < (TestData.isLong ? 10_000_000 : 300_000) {
      var scalars: [UInt32] = []
      while scalars.count < 2_000 {
        if Bool.random(using: &generator) {
          let rule = rules.multiple.randomElement(using: &generator)!.from
          scalars += rule.prefix(Int.random(in: 1...rule.count, using: &generator))
        } else {
          scalars.append(alphabet.randomElement(using: &generator)!)
        }
      }
      count += scalars.count
      #expect(try plain.convert(scalars.string) == byICU(scalars.string))
    }
  }

  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realTextAsICU() throws {
    let files = TestData.files(below: TestData.evaluation!).filter { path in
      ["txt", "csv", "conllu", "json", "stm"].contains { path.hasSuffix(".\($0)") }
    }
    #expect(files.count > 380)
    for path in files {
      let text = try String(decoding: TestData.bytes(path), as: UTF8.self)
      #expect(try plain.convert(text) == byICU(text), "\(path)")
      guard !text.contains("乾") else { continue }
      #expect(try converter.convert(text) == byICU(text), "\(path)")
    }
  }

  @Test(arguments: [
    ("乾隆年間，康乾盛世與乾安", "乾隆年间，康乾盛世与乾安"), ("乾清宮、乾清宫", "乾清宫、乾清宫"),
    ("乾坤乾元郭乾孫乾說", "乾坤乾元郭乾孙乾说"), ("終日乾乾，扭轉乾坤", "终日乾乾，扭转乾坤"),
    // 乾 is gān, whatever stands before it.
    ("乾燥、餅乾、乾脆、很乾", "干燥、饼干、干脆、很干"), ("健康乾淨，小王乾脆", "健康干净，小王干脆"),
    ("乾乾淨淨", "干干净净"), ("康乾", "康乾"), ("康乾了", "康干了"),
  ])
  func qianStays(_ text: String, simplified: String) {
    #expect(converter.convert(text) == simplified)
    #expect(converter.convert(simplified) == simplified)
  }

  /// Every word of the list is one that ICU has wrong, or is part of none that it has right.
  @Test func qianIsWhatDiffersFromICU() throws {
    let exceptions = SimplificationExceptions(try SimplificationRules.read())
    for (from, to) in exceptions.words {
      #expect(from.contains(SimplificationExceptions.qian))
      #expect(converter.convert(from.string) == to.string)
      #expect(try byICU(from.string).replacing("干", with: "乾") == to.string)
    }
  }

  @Test func offsetsFollowLengths() {
    let text = converter.convert(Array("他說「好」".utf8).span)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "他说“好”")
    #expect(text.offsets.isIdentity)
  }
}
