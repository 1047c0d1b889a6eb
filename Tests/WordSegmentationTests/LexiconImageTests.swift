import Hashing
import TestSupport
import Testing

@testable import WordSegmentation

/// Images under right checksums, as someone would write them who means harm.
@Suite struct LexiconImageTests {
  private let lexicon: Lexicon
  private let sections: [Range<Int>]

  init() throws {
    lexicon = try Lexicon.shared(.original)
    sections = try #require(Self.sections(of: lexicon.imageBytes))
  }

  private static func sections(of bytes: [UInt8]) -> [Range<Int>]? {
    bytes.withUnsafeBytes { LexiconImage($0) { _ in }?.layout.sections }
  }

  /// The image with some bytes in place of its own.
  private func crafted(_ change: (inout [UInt8]) -> Void) -> Lexicon? {
    var bytes = lexicon.imageBytes
    change(&bytes)
    return Lexicon(imageBytes: bytes.sealedLexicon)
  }

  @Test func imagesThatLeadOutsideAreRefused() {
    #expect(crafted { _ in } != nil)
    let (trie, checks, index) = (sections[1], sections[2], sections[3])
    let (blocks, rules, properties) = (sections[4], sections[5], sections[6])
    let word = lexicon.trie.checks.firstIndex { $0 != DoubleArray.Slot.noCode }!
    let refused: [(String, (inout [UInt8]) -> Void)] = [
      ("a state beyond the states", { $0[rules.lowerBound + 512 + 2 * 7] = 0xFE }),
      ("rules that never end", { $0[rules.lowerBound + 512 + 2 * 255] = 1 }),
      ("a block beyond the blocks", { $0[index.lowerBound + 1] = 0xFF }),
      (
        "a base beyond the slots",
        { bytes in
          for place in 0..<3 { bytes[trie.lowerBound + 4 * word + place] = 0xFF }
        }
      ),
      (
        "two families at one base",
        { bytes in
          let next = lexicon.trie.checks[(word + 1)...].firstIndex {
            $0 != DoubleArray.Slot.noCode
          }!
          let slot = bytes[trie.lowerBound + 4 * word..<trie.lowerBound + 4 * word + 4]
          bytes[trie.lowerBound] = 1
          bytes.replaceSubrange(
            trie.lowerBound + 4 * next..<trie.lowerBound + 4 * next + 4, with: slot)
        }
      ),
      (
        "a check of no character",
        { bytes in
          bytes[checks.lowerBound + 2 * word] = 0
          bytes[checks.lowerBound + 2 * word + 1] = 0
        }
      ),
      (
        "a class of ASCII of three bytes",
        { bytes in
          for place in properties { bytes[place] = 0xFF }
        }
      ),
      (
        "no states",
        {
          $0[28] = 1
          $0[29] = 0
        }
      ),
      ("a limit beyond the classes", { $0[33] = 1 }),
      ("words longer than any", { $0[36] = 200 }),
      ("an unknown form", { $0[44] = 7 }),
    ]
    for (name, change) in refused { #expect(crafted(change) == nil, "\(name)") }
    #expect(blocks.count > 0)
  }

  /// Whatever else stands in an image, texts are divided, all of them, from start to end.
  @Test func soundImagesDivideAnything() throws {
    var generator = SeededGenerator(seed: 61)
    let text = Array("我们今天讨论数据，ＡＩ的カタカナと모델 GPT4 很好𠀀👍🏽ไทย、九百九十九".utf8)
    for _ in 0..<30 {
      let changed = crafted { bytes in
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let section = sections[Int.random(in: 0..<7, using: &generator)]
          bytes[Int.random(in: section, using: &generator)] = .random(
            in: 0...255, using: &generator)
        }
      }
      guard let changed else { continue }
      let words = UserDictionary.init()
      for segmenter in [try WordSegmenter(changed), try WordSegmenter(UserWords(words, changed))] {
        var tokens = TokenBuffer()
        try segmenter.segment(text.span, into: &tokens)
        var end: UInt32 = 0
        for token in tokens.tokens {
          #expect(token.start == end && token.end > end)
          end = token.end
        }
        #expect(Int(end) == text.count)
      }
    }
  }
}

extension [UInt8] {
  /// The bytes of a lexicon's image under the right checksum.
  var sealedLexicon: [UInt8] {
    var bytes = self
    let hash = XXHash64.hash(Array(bytes[16...]).span.bytes)
    for index in 0..<8 { bytes[8 + index] = UInt8(truncatingIfNeeded: hash >> UInt64(8 * index)) }
    return bytes
  }
}
