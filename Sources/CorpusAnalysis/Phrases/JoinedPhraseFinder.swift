import InvertedIndex

/// Finds joined names (Wi-Fi, 史蒂夫·乔布斯) and phrases with one in them (A/B测试).
///
/// Who writes a joiner joins the words, so that of a name no cohesion is asked for at its joiners. Where it
/// ends in letters it is whole, unless a joiner goes on; where it ends in Han, and where words go on without
/// a joiner, the criteria are those of other phrases.
struct JoinedPhraseFinder {
  private let corpus: CorpusWords
  private let criteria: PhraseCriteria
  private let roles: PhraseRoles
  private let names: JoinedNames
  private let pairs: FrequentPairs
  /// Of words without joiners.
  private let plain: PhraseGrams
  private let grams: PhraseGrams

  init(
    _ corpus: CorpusWords, _ roles: PhraseRoles, _ criteria: PhraseCriteria,
    _ plain: PhraseGrams, _ pairs: FrequentPairs
  ) throws {
    (self.corpus, self.roles, self.criteria) = (corpus, roles, criteria)
    (self.plain, self.pairs) = (plain, pairs)
    names = JoinedNames(roles, mark: corpus.mark)
    var isPart = [Bool](repeating: true, count: Int(corpus.mark + 1 + WordJoint.joinerCount))
    isPart[Int(corpus.mark)] = false
    grams = try PhraseGrams(
      corpus, .joined, isPart: isPart, longest: PhraseRow.longest,
      minimum: criteria.minimum(among: corpus.wordCount), pairs)
  }

  func candidates() throws -> [PhraseCandidate] {
    let rows = grams.lengths.enumerated().flatMap { step, length in
      length.counts.indices.compactMap { candidate(grams.terms(of: $0, words: step + 2), $0) }
    }
    let entropies = try NeighbourEntropy(
      of: rows.map { ($0.row.count, $0.number) }, counts: rows.map(\.count), grams, in: corpus,
      .joined, pairs)
    return rows.enumerated().compactMap { place, candidate in
      var candidate = candidate
      let (before, after) = (entropies.before[place], entropies.after[place])
      candidate.freedom = min(before, after)
      // I-2 stands in N-I-2 and A-I-2 alone.
      let continued = max(entropies.joinedBefore[place], entropies.joinedAfter[place])
      guard candidate.count - continued >= criteria.minimum else { return nil }
      let isFree =
        (before >= criteria.freedom || !names.needsFreedom(before: candidate.row))
        && (after >= criteria.freedom || !names.needsFreedom(after: candidate.row))
      return isFree ? candidate : nil
    }
  }

  /// The row as a candidate, if its ends and its joints without joiners are those of a phrase.
  private func candidate(_ row: [UInt32], _ number: Int) -> PhraseCandidate? {
    let count = count(row[...])
    guard names.isPhrase(row), isBound(row, count) else { return nil }
    var (logLikelihood, npmi) = (Double.infinity, Double.infinity)
    for split in row.indices.dropFirst() where !names.isJoiner(row[split]) {
      let isJoined = names.isJoiner(row[split - 1])
      let cohesion = cohesion(row[..<(isJoined ? split - 1 : split)], row[split...], count)
      (logLikelihood, npmi) = (
        min(logLikelihood, cohesion.logLikelihood), min(npmi, cohesion.npmi)
      )
      guard
        isJoined
          || cohesion.logLikelihood >= criteria.logLikelihood && cohesion.npmi >= criteria.npmi
      else { return nil }
    }
    return PhraseCandidate(
      row: row, number: number, count: count, logLikelihood: logLikelihood, npmi: npmi)
  }

  /// Whether the last word, where it may only end what it mostly follows, does so.
  private func isBound(_ row: [UInt32], _ count: Int) -> Bool {
    guard roles[row[row.count - 1]].contains(.boundEnd), !names.isJoiner(row[row.count - 2]) else {
      return true
    }
    return 2 * count >= self.count(row.dropLast())
  }

  private func cohesion(
    _ first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>, _ count: Int
  ) -> Cohesion {
    Cohesion(
      together: count, first: max(count, self.count(first)),
      second: max(count, self.count(second)), words: corpus.wordCount)
  }

  /// How often a row comes: rows without joiners stand elsewhere, too.
  private func count(_ row: ArraySlice<UInt32>) -> Int {
    guard row.count > 1 else { return corpus.counts[Int(row.first!)] }
    return row.contains(where: names.isJoiner) ? grams.count(of: row) : plain.count(of: row)
  }
}
