import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the phrases of some parts of an index: rows of words that come often enough, whose words hold
/// together, that stand freely among others, and that also stand on their own.
struct PhraseFinder<Index: WordIndex> {
  /// 2^bits places of the tables in which rows of words are counted.
  private static var bits: Int { 22 }

  private let index: Index
  private let criteria: PhraseCriteria
  private let corpus: CorpusWords<Index>
  private let pairs: FrequentPairs
  private let grams: PhraseGrams

  private struct Candidate {
    let words: [UInt32]
    /// Among the rows of as many words.
    let number: Int
    let count: Int
    let logLikelihood: Double
    let npmi: Double
    var freedom = 0.0
  }

  init(
    _ members: [CorpusSelection.Member], of index: Index, _ criteria: PhraseCriteria
  ) throws {
    (self.index, self.criteria) = (index, criteria)
    corpus = try CorpusWords(members, of: index)
    pairs = FrequentPairs(bits: Self.bits, expecting: corpus.wordCount / 4)
    grams = try PhraseGrams(
      corpus, roles: try PhraseRoles(of: index),
      minimum: criteria.minimum(among: corpus.wordCount), pairs)
  }

  func phrases() throws -> [Phrase] {
    let cohesive = cohesiveRows()
    let entropies = try NeighbourEntropy(
      of: cohesive.map { ($0.words.count, $0.number) }, counts: cohesive.map(\.count), grams,
      in: corpus, pairs)
    var free: [Candidate] = []
    for (place, candidate) in cohesive.enumerated() {
      var candidate = candidate
      candidate.freedom = min(entropies.before[place], entropies.after[place])
      if candidate.freedom >= criteria.freedom { free.append(candidate) }
    }
    return try standing(free)
  }

  /// The rows whose ends and joints are those of a phrase.
  private func cohesiveRows() -> [Candidate] {
    var rows: [Candidate] = []
    for (step, length) in grams.lengths.enumerated() {
      for number in length.counts.indices {
        let words = grams.terms(of: number, words: step + 2)
        let count = Int(length.counts[number])
        guard grams.roles.isPhrase(words), isBound(words, count) else { continue }
        let row = candidate(words, number, count)
        if row.logLikelihood >= criteria.logLikelihood, row.npmi >= criteria.npmi {
          rows.append(row)
        }
      }
    }
    return rows
  }

  /// Whether the last word, where it may only end what it mostly follows, does so.
  private func isBound(_ words: [UInt32], _ count: Int) -> Bool {
    guard grams.roles[words[words.count - 1]].contains(.boundEnd) else { return true }
    return 2 * count >= self.count(words[..<(words.count - 1)])
  }

  /// A row is as cohesive as its weakest joint.
  private func candidate(_ words: [UInt32], _ number: Int, _ count: Int) -> Candidate {
    var (logLikelihood, npmi) = (Double.infinity, Double.infinity)
    for split in 1..<words.count {
      let cohesion = Cohesion(
        together: count, first: self.count(words[..<split]), second: self.count(words[split...]),
        words: corpus.wordCount)
      logLikelihood = min(logLikelihood, cohesion.logLikelihood)
      npmi = min(npmi, cohesion.npmi)
    }
    return Candidate(
      words: words, number: number, count: count, logLikelihood: logLikelihood, npmi: npmi)
  }

  private func count(_ words: ArraySlice<UInt32>) -> Int {
    words.count == 1 ? corpus.counts[Int(words.first!)] : grams.count(of: words)
  }

  /// The rows that also stand on their own, outside of longer ones, with their C-values.
  private func standing(_ rows: [Candidate]) throws -> [Phrase] {
    var longer: [[UInt32]: (count: Int, rows: Int)] = [:]
    for row in rows {
      for part in row.words.innerRows {
        let known = longer[part] ?? (0, 0)
        longer[part] = (known.count + row.count, known.rows + 1)
      }
    }
    return try rows.compactMap { row in
      let nested = longer[row.words].map { Double($0.count) / Double($0.rows) } ?? 0
      let alone = Double(row.count) - nested
      guard alone >= Double(criteria.minimum) else { return nil }
      return Phrase(
        words: row.words, key: try PhraseKey.key(of: row.words, in: index),
        statistics: Phrase.Statistics(
          count: row.count, logLikelihood: row.logLikelihood, npmi: row.npmi,
          freedom: row.freedom, cValue: log2(Double(row.words.count)) * alone))
    }
  }
}

extension [UInt32] {
  /// The shorter rows of at least two words inside of a row of words, each once.
  var innerRows: Set<[UInt32]> {
    var rows: Set<[UInt32]> = []
    for words in 2..<Swift.max(2, count) {
      for first in 0...count - words { rows.insert(Array(self[first..<first + words])) }
    }
    return rows
  }
}
