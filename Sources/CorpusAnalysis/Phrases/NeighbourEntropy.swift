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

  /// - Parameters:
  ///   - candidates: sequences as words and number; no more than 2³¹.
  ///   - counts: of each how often it comes.
  init(
    of candidates: [(words: Int, number: Int)], counts: [Int], _ grams: PhraseGrams,
    in members: [CorpusSelection.Member], of index: some WordIndex, bits: Int
  ) throws {
    var chosen = grams.lengths.map { [UInt32](repeating: .max, count: $0.counts.count) }
    for (place, candidate) in candidates.enumerated() {
      chosen[candidate.words - 2][candidate.number] = UInt32(place)
    }
    (self.chosen, self.grams) = (chosen, grams)
    (before, after) = ([], [])
    before = try entropies(counts, members, index, bits) { run, first, _ in
      first == 0 ? nil : run.terms[first - 1]
    }
    after = try entropies(counts, members, index, bits) { run, _, end in
      end == run.terms.count ? nil : run.terms[end]
    }
  }

  private func entropies(
    _ counts: [Int], _ members: [CorpusSelection.Member], _ index: some WordIndex, _ bits: Int,
    _ neighbour: (WordRun, _ first: Int, _ end: Int) -> UInt32?
  ) throws -> [Double] {
    let pairs = try FrequentPairs(bits: bits, minimum: 1).find { count in
      var row = PhraseGrams.Row()
      for member in members {
        try member.walkRuns(of: index) { run in
          try row.walk(run.terms, grams) { words, number, first in
            let place = chosen[words - 2][Int(number)]
            guard place != .max, let neighbour = neighbour(run, first, first + words) else {
              return
            }
            try count(PhraseGrams.key(place, neighbour))
          }
        }
      }
    }
    // Σ p ln p over neighbours that are words; each of the other occurrences has 1 / count.
    var sums = [Double](repeating: 0, count: counts.count)
    var known = [Int](repeating: 0, count: counts.count)
    for pair in pairs {
      let place = Int(pair.key >> 32)
      let share = Double(pair.count) / Double(counts[place])
      sums[place] -= share * log2(share)
      known[place] += Int(pair.count)
    }
    for place in sums.indices {
      let others = Double(counts[place] - known[place]) / Double(counts[place])
      sums[place] += others * log2(Double(counts[place]))
    }
    return sums
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
