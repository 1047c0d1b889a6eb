import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How freely sequences of words stand among others: the entropy of what stands before each and after it,
/// in bits.
///
/// The end of a turn, punctuation and the like count as another neighbour each time.
struct NeighbourEntropy {
  /// The sequences by length, then by number: what is asked for has a number of its own here.
  private let chosen: [[UInt32]]
  private let grams: PhraseGrams
  private(set) var before: [Double]
  private(set) var after: [Double]
  /// How often a joiner stands there.
  private(set) var joinedBefore: [Int]
  private(set) var joinedAfter: [Int]

  /// - Parameters:
  ///   - candidates: sequences as words and number; no more than 2³¹.
  ///   - counts: of each how often it comes.
  ///   - rows: those that `grams` were found in.
  init(
    of candidates: [(words: Int, number: Int)], counts: [Int], _ grams: PhraseGrams,
    in corpus: CorpusWords, _ rows: CorpusRows, _ pairs: FrequentPairs
  ) throws {
    var chosen = grams.lengths.map { [UInt32](repeating: .max, count: $0.counts.count) }
    for (place, candidate) in candidates.enumerated() {
      chosen[candidate.words - 2][candidate.number] = UInt32(place)
    }
    (self.chosen, self.grams) = (chosen, grams)
    (before, after, joinedBefore, joinedAfter) = ([], [], [], [])
    guard !candidates.isEmpty else { return }
    (before, joinedBefore) = try entropies(counts, corpus, rows, pairs) { terms, first, _ in
      first == 0 ? corpus.mark : terms[first - 1]
    }
    (after, joinedAfter) = try entropies(counts, corpus, rows, pairs) { terms, _, end in
      // Every row ends with a mark.
      terms[end]
    }
  }

  private func entropies(
    _ counts: [Int], _ corpus: CorpusWords, _ rows: CorpusRows,
    _ pairs: FrequentPairs,
    _ neighbour: (UnsafeBufferPointer<UInt32>, _ first: Int, _ end: Int) -> UInt32
  ) throws -> (entropies: [Double], joined: [Int]) {
    let found = try pairs.find(atLeast: 1) { count in
      var row = PhraseGrams.Row()
      try corpus.walk(rows) { terms in
        try row.walk(terms, grams) { words, number, first in
          let place = chosen[words - 2][Int(number)]
          guard place != .max else { return }
          let neighbour = neighbour(terms, first, first + words)
          if neighbour != corpus.mark { try count(PhraseGrams.key(place, neighbour)) }
        }
      }
    }
    // Σ p ln p over neighbours that are words; each of the other occurrences has 1 / count.
    var sums = [Double](repeating: 0, count: counts.count)
    var known = [Int](repeating: 0, count: counts.count)
    var joined = known
    for pair in found {
      let place = Int(pair.key >> 32)
      let share = Double(pair.count) / Double(counts[place])
      sums[place] -= share * log2(share)
      known[place] += Int(pair.count)
      if UInt32(truncatingIfNeeded: pair.key) > corpus.mark { joined[place] += Int(pair.count) }
    }
    for place in sums.indices {
      let others = Double(counts[place] - known[place]) / Double(counts[place])
      sums[place] += others * log2(Double(counts[place]))
    }
    return (sums, joined)
  }
}

extension PhraseGrams.Row {
  /// Calls `body` with all frequent sequences of a run: how many words, the number among those, and where it
  /// begins.
  mutating func walk(
    _ terms: UnsafeBufferPointer<UInt32>, _ grams: PhraseGrams,
    _ body: (_ words: Int, _ number: UInt32, _ first: Int) throws -> Void
  ) rethrows {
    start(terms, grams)
    for step in grams.lengths.indices {
      lengthen(terms, grams, step)
      for first in numbers.indices where numbers[first] != PhraseGrams.none {
        try body(step + 2, numbers[first], first)
      }
    }
  }
}
