import InvertedIndex

/// Counts phrases in a whole index: how often they stand in it, in how many episodes, and how they are spelled.
struct PhraseCensus<Index: WordIndex> {
  private let index: Index

  init(of index: Index) { self.index = index }

  /// One way to spell a phrase: the spellings of its words, and, in the last place, which of them a space
  /// follows.
  private typealias Variant = SIMD8<UInt32>

  func fill(_ phrases: inout [Phrase]) throws {
    guard !phrases.isEmpty else { return }
    let trie = PhraseTrie(phrases.map(\.words), termCount: try index.termCount)
    var variants = [[Variant: Int]](repeating: [:], count: phrases.count)
    var lastEpisode = [Int](repeating: -1, count: phrases.count)
    let lengths = phrases.map(\.words.count)
    for episode in 0..<index.episodeCount {
      let spellings = try index.words(of: episode)
      let words = try MemberWords(of: episode, in: index, [0..<spellings.count])
      trie.walk(words) { phrase, first in
        phrases[phrase].count += 1
        if lastEpisode[phrase] != episode {
          lastEpisode[phrase] = episode
          phrases[phrase].episodes += 1
        }
        let variant = Self.variant(first, lengths[phrase], spellings, words.joints)
        variants[phrase][variant, default: 0] += 1
      }
    }
    for place in phrases.indices {
      phrases[place].spelling = try spelling(of: variants[place], words: lengths[place])
    }
  }

  private static func variant(
    _ start: Int, _ words: Int, _ spellings: [UInt32], _ joints: [WordJoint]
  ) -> Variant {
    var spelled = Variant(repeating: 0)
    for offset in 0..<words {
      spelled[offset] = spellings[start + offset]
      if offset + 1 < words, joints[start + offset] == .space { spelled[7] |= 1 << UInt32(offset) }
    }
    return spelled
  }

  /// The most frequent one; of equal ones the first by code points.
  private func spelling(of variants: [Variant: Int], words: Int) throws -> String {
    var counts: [String: Int] = [:]
    for (variant, count) in variants {
      counts[try text(of: variant, words), default: 0] += count
    }
    var best = (text: "", count: 0)
    for (text, count) in counts
    where count > best.count || count == best.count && text.precedes(best.text) {
      best = (text, count)
    }
    return best.text
  }

  private func text(of variant: Variant, _ words: Int) throws -> String {
    var text: [UInt8] = []
    for offset in 0..<words {
      let spelling = Int(variant[offset])
      if offset > 0, try isSpaced(variant, offset) { text.append(0x20) }
      text += try index.spelling(spelling)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a space is shown before a word: there is one, or the end of a cue stands for one.
  private func isSpaced(_ variant: Variant, _ offset: Int) throws -> Bool {
    if variant[7] >> UInt32(offset - 1) & 1 == 1 { return true }
    return try PhraseKey.isSpaced(
      between: UInt32(index.term(ofSpelling: Int(variant[offset - 1]))),
      UInt32(index.term(ofSpelling: Int(variant[offset]))), in: index)
  }
}
