import InvertedIndex

/// Finds the terms of a list in runs of words.
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
    trie = PhraseTrie(phrasePlaces.map { words[$0] }, termCount: terms.wordCount)
    var isListed = [Bool](repeating: false, count: terms.wordCount)
    for place in list.indices where words[place].count == 1 {
      wordPlaces[words[place][0], default: []].append(place)
      isListed[Int(words[place][0])] = true
    }
    self.isListed = isListed
  }

  /// Calls `body` with the place in the list of each term of a run, and where its words begin in the run.
  func walk(
    _ terms: UnsafeBufferPointer<UInt32>, _ body: (_ place: Int, _ first: Int) throws -> Void
  ) rethrows {
    for (first, term) in terms.enumerated() where isListed[Int(term)] {
      for place in wordPlaces[term]! { try body(place, first) }
    }
    try trie.walk(terms) { phrase, first in try body(phrasePlaces[phrase], first) }
  }
}
