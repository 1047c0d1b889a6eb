import InvertedIndex

/// Finds the occurrences of a word or phrase in an index.
struct WordMatcher<Index: WordIndex> {
  let index: Index
  /// The positions of a posting at which the literal text of a unit stands.
  let literalPositions: (WordQuery.Unit, Posting) throws(IndexError) -> [Int]

  /// Where a unit occurs: episodes in order, and in each the positions of its first words.
  func occurrences(of unit: WordQuery.Unit) throws(IndexError) -> [Posting] {
    var postings: [[Posting]] = []
    for key in unit.keys {
      guard let term = try index.term(withKey: key[...]) else { return [] }
      postings.append(try index.postings(of: term))
    }
    let found = unit.keys.count > 1 ? try phrases(unit, postings) : postings[0]
    return unit.literal == nil ? found : try literal(unit, found)
  }

  /// Those of the occurrences at which the punctuation of the unit stands too.
  private func literal(
    _ unit: WordQuery.Unit, _ found: [Posting]
  ) throws(IndexError) -> [Posting] {
    var result: [Posting] = []
    for posting in found {
      let positions = try literalPositions(unit, posting)
      if !positions.isEmpty {
        result.append(Posting(episode: posting.episode, positions: positions))
      }
    }
    return result
  }

  /// Episodes that have every word, then positions where the words stand in a row.
  private func phrases(
    _ unit: WordQuery.Unit, _ postings: [[Posting]]
  ) throws(IndexError) -> [Posting] {
    let byEpisode = postings.dropFirst().map { list in
      Dictionary(uniqueKeysWithValues: list.map { ($0.episode, Set($0.positions)) })
    }
    var result: [Posting] = []
    for first in postings[0] {
      let others = byEpisode.compactMap { $0[first.episode] }
      guard others.count == byEpisode.count else { continue }
      var positions = first.positions.filter { position in
        others.indices.allSatisfy { others[$0].contains(position + $0 + 1) }
      }
      guard !positions.isEmpty else { continue }
      let tokens = try index.tokens(of: first.episode)
      positions.removeAll { !isJoined(tokens[$0...], unit) }
      if !positions.isEmpty {
        result.append(Posting(episode: first.episode, positions: positions))
      }
    }
    return result
  }

  /// Whether the words follow one another as in the query: nothing but white space between them,
  /// which counts only between two words that are not Han; the end of a cue counts as a space.
  private func isJoined(_ tokens: ArraySlice<WordToken>, _ unit: WordQuery.Unit) -> Bool {
    zip(tokens, unit.gaps).enumerated().allSatisfy { offset, pair in
      let (token, wanted) = pair
      if wanted == .other { return token.gap == .other }
      switch token.gap {
      case .other, .turnEnd: return false
      case .none, .space, .cueEnd: break
      }
      let isBesideHan = unit.keys[offset].isCJK || unit.keys[offset + 1].isCJK
      return isBesideHan || (wanted == .none) == (token.gap == .none)
    }
  }
}

extension [UInt8] {
  /// Whether a key is written in Han, kana or their like: three bytes a character from U+2E80 on.
  fileprivate var isCJK: Bool {
    first.map { $0 >= 0xE2 && $0 != 0xEA && $0 != 0xEB && $0 != 0xEC && $0 != 0xED } ?? false
  }
}
