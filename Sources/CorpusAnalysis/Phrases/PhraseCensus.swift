import InvertedIndex

/// Counts phrases in a whole index: how often they stand in it, in how many episodes, and how they are spelled.
struct PhraseCensus {
  private let index: IndexReader

  init(of index: IndexReader) { self.index = index }

  /// One way to spell a phrase: the spellings of its words, and, in the last place, which of them a space
  /// follows.
  private typealias Variant = SIMD8<UInt32>

  /// One way to spell a joined name: its words' spellings, and the code point after each, 0 for none.
  private typealias JoinedVariant = [SIMD2<UInt32>]

  func fill(_ phrases: inout [Phrase]) throws {
    guard !phrases.isEmpty else { return }
    let trie = PhraseTrie(phrases.map(\.row), termCount: try index.termCount)
    var variants = [[Variant: Int]](repeating: [:], count: phrases.count)
    var joinedVariants = [[JoinedVariant: Int]](repeating: [:], count: phrases.count)
    var lastEpisode = [Int](repeating: -1, count: phrases.count)
    let lengths = phrases.map(\.words.count)
    let isJoined = phrases.map(\.isJoined)
    for episode in 0..<index.episodeCount {
      let spellings = try index.words(of: episode)
      let words = try MemberWords(of: episode, in: index, [0..<spellings.count])
      var joiners: [Int: UInt32]?
      try trie.walk(words) { phrase, first in
        phrases[phrase].count += 1
        if lastEpisode[phrase] != episode {
          lastEpisode[phrase] = episode
          phrases[phrase].episodes += 1
        }
        guard isJoined[phrase] else {
          let variant = Self.variant(first, lengths[phrase], spellings, words.joints)
          variants[phrase][variant, default: 0] += 1
          return
        }
        if joiners == nil { joiners = try self.joiners(of: episode) }
        let last = first + lengths[phrase] - 1
        var variant = (first..<last).map { position in
          let space: UInt32 = words.joints[position] == .space ? 0x20 : 0
          return SIMD2(spellings[position], joiners![position] ?? space)
        }
        variant.append(SIMD2(spellings[last], 0))
        joinedVariants[phrase][variant, default: 0] += 1
      }
    }
    for place in phrases.indices {
      phrases[place].spelling =
        isJoined[place]
        ? try spelling(of: joinedVariants[place].map { ($0, $1) })
        : try spelling(of: variants[place], words: lengths[place])
    }
  }

  /// How each joiner of an episode is spelled, by its position.
  private func joiners(of episode: Int) throws(IndexError) -> [Int: UInt32] {
    Dictionary(
      uniqueKeysWithValues: try index.joiners(of: episode).map { ($0.position, $0.spelling.value) })
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

  private func spelling(of variants: [Variant: Int], words: Int) throws -> String {
    try spelling(
      of: variants.map { variant, count in
        let words = (0..<words).map { offset in
          SIMD2(variant[offset], variant[7] >> UInt32(offset) & 1 == 1 ? 0x20 : 0)
        }
        return (words, count)
      })
  }

  /// The most frequent one; of equal ones the first by code points.
  private func spelling(of variants: [(JoinedVariant, Int)]) throws -> String {
    var counts: [String: Int] = [:]
    for (variant, count) in variants { counts[try text(of: variant), default: 0] += count }
    var best = (text: "", count: 0)
    for (text, count) in counts
    where count > best.count || count == best.count && text.precedes(best.text) {
      best = (text, count)
    }
    return best.text
  }

  private func text(of variant: JoinedVariant) throws -> String {
    var text: [UInt8] = []
    for (offset, word) in variant.enumerated() {
      text += try index.spelling(Int(word[0]))
      guard offset + 1 < variant.count else { break }
      if let joiner = Unicode.Scalar(word[1]), word[1] != 0 {
        text += String(joiner).utf8
      } else if try isSpaced(word[0], variant[offset + 1][0]) {
        text.append(0x20)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a space is shown between spellings where none is: the end of a cue stands for one.
  private func isSpaced(_ first: UInt32, _ second: UInt32) throws -> Bool {
    try PhraseKey.isSpaced(
      between: UInt32(index.term(ofSpelling: Int(first))),
      UInt32(index.term(ofSpelling: Int(second))), in: index)
  }
}
