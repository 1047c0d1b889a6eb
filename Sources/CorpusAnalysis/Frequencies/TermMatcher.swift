import InvertedIndex

/// Finds the terms of a list in words.
struct TermMatcher {
  /// Of each word the places in the list that it has.
  private var wordPlaces: [UInt32: [Int]] = [:]
  private let isListed: [Bool]
  private let trie: PhraseTrie
  private let phrasePlaces: [Int]
  /// How many words each term of the list has.
  let lengths: [Int]

  init(_ list: [Int], _ terms: TermInventory) {
    let words = list.map(terms.words)
    lengths = words.map(\.count)
    phrasePlaces = list.indices.filter { words[$0].count > 1 }
    trie = PhraseTrie(phrasePlaces.map { terms.row(of: list[$0]) }, termCount: terms.wordCount)
    var isListed = [Bool](repeating: false, count: terms.wordCount)
    for place in list.indices where words[place].count == 1 {
      wordPlaces[words[place][0], default: []].append(place)
      isListed[Int(words[place][0])] = true
    }
    self.isListed = isListed
  }

  /// Calls `body` with the place in the list of each term that is found, and the position where its words
  /// begin; words first, then phrases.
  func walk(_ words: MemberWords, _ body: (_ place: Int, _ first: Int) throws -> Void) rethrows {
    for range in words.ranges {
      for first in range where isListed[Int(words.terms[first])] {
        for place in wordPlaces[words.terms[first]]! { try body(place, first) }
      }
    }
    try trie.walk(words) { phrase, first in try body(phrasePlaces[phrase], first) }
  }
}
