import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the phrases of some parts of an index: joined names, and rows of words that come often enough, whose words hold
/// together, that stand freely among others, and that also stand on their own.
struct PhraseFinder {
  /// 2^bits places of the tables in which rows of words are counted.
  private static var bits: Int { 22 }

  private let index: IndexReader
  private let criteria: PhraseCriteria
  private let corpus: CorpusWords
  private let roles: PhraseRoles
  private let pairs: FrequentPairs
  private let grams: PhraseGrams

  init(
    _ members: [CorpusSelection.Member], of index: IndexReader, _ criteria: PhraseCriteria
  ) throws {
    (self.index, self.criteria) = (index, criteria)
    roles = try PhraseRoles(of: index)
    corpus = try CorpusWords(members, of: index, roles)
    pairs = FrequentPairs(bits: Self.bits, expecting: corpus.wordCount / 4)
    let minimum = criteria.minimum(among: corpus.wordCount)
    let isPart = zip(roles.roles, corpus.counts).map { $0.contains(.inside) && $1 >= minimum }
    grams = try PhraseGrams(
      corpus, .all, isPart: isPart + [false], longest: PhraseRow.mostWords, minimum: minimum, pairs)
  }

  func phrases() throws -> [Phrase] {
    let joined = try JoinedPhraseFinder(corpus, roles, criteria, grams, pairs).candidates()
    return try standing(try free(cohesiveRows()) + joined)
  }

  /// The rows that stand among many neighbours.
  private func free(_ rows: [PhraseCandidate]) throws -> [PhraseCandidate] {
    let entropies = try NeighbourEntropy(
      of: rows.map { ($0.row.count, $0.number) }, counts: rows.map(\.count), grams, in: corpus,
      .all, pairs)
    return rows.enumerated().compactMap { place, candidate in
      var candidate = candidate
      candidate.freedom = min(entropies.before[place], entropies.after[place])
      return candidate.freedom >= criteria.freedom ? candidate : nil
    }
  }

  /// The rows whose ends and joints are those of a phrase.
  private func cohesiveRows() -> [PhraseCandidate] {
    var rows: [PhraseCandidate] = []
    for (step, length) in grams.lengths.enumerated() {
      for number in length.counts.indices {
        let words = grams.terms(of: number, words: step + 2)
        let count = Int(length.counts[number])
        guard roles.isPhrase(words), isBound(words, count) else { continue }
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
    guard roles[words[words.count - 1]].contains(.boundEnd) else { return true }
    return 2 * count >= self.count(words[..<(words.count - 1)])
  }

  /// A row is as cohesive as its weakest joint.
  private func candidate(_ words: [UInt32], _ number: Int, _ count: Int) -> PhraseCandidate {
    var (logLikelihood, npmi) = (Double.infinity, Double.infinity)
    for split in 1..<words.count {
      let cohesion = Cohesion(
        together: count, first: self.count(words[..<split]), second: self.count(words[split...]),
        words: corpus.wordCount)
      logLikelihood = min(logLikelihood, cohesion.logLikelihood)
      npmi = min(npmi, cohesion.npmi)
    }
    return PhraseCandidate(
      row: words, number: number, count: count, logLikelihood: logLikelihood, npmi: npmi)
  }

  private func count(_ words: ArraySlice<UInt32>) -> Int {
    words.count == 1 ? corpus.counts[Int(words.first!)] : grams.count(of: words)
  }

  /// The rows that also stand on their own, outside of longer ones, with their C-values.
  private func standing(_ rows: [PhraseCandidate]) throws -> [Phrase] {
    let names = JoinedNames(roles, mark: corpus.mark)
    var longer: [[UInt32]: (count: Int, rows: Int)] = [:]
    for row in rows {
      for part in row.row.innerRows {
        let known = longer[part] ?? (0, 0)
        longer[part] = (known.count + row.count, known.rows + 1)
      }
    }
    return try rows.compactMap { candidate in
      let nested = longer[candidate.row].map { Double($0.count) / Double($0.rows) } ?? 0
      let alone = Double(candidate.count) - nested
      guard alone >= Double(criteria.minimum) else { return nil }
      let row = names.row(candidate.row)
      let words = row.count { !PhraseRow.isJoiner($0) }
      return Phrase(
        row: row, key: try PhraseKey.key(of: row, in: index),
        statistics: PhraseStatistics(
          count: candidate.count, logLikelihood: candidate.logLikelihood, npmi: candidate.npmi,
          freedom: candidate.freedom, cValue: log2(Double(words)) * alone))
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
