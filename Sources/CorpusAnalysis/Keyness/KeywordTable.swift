public import InvertedIndex

/// The keywords of a group: the terms that mark it against a reference.
public struct KeywordTable: Sendable {
  public struct Row: Hashable, Sendable {
    /// The term's number in the index.
    public let term: Int
    public let keyness: Keyness
    public let logLikelihood: Double
    public let logRatio: Double
    /// Of the log-likelihood, corrected for all terms that were tested.
    public let adjustedProbability: Double
    /// What the row is sorted by, if that is not the log-likelihood.
    public let score: Double?
  }

  public let group: String
  /// In order, the best first.
  public let rows: [Row]
  /// Whether there was nothing to compare with, so that rows are in order of their counts.
  public let isByCount: Bool
  /// Whether there are more keywords than the limit.
  public let hasMore: Bool

  /// Ranks the terms of a group.
  ///
  /// - Parameters:
  ///   - terms: what was counted.
  ///   - reference: how often a term, which the group has so often, stands in what it is compared with.
  ///   - referenceWords: the words of that.
  ///   - candidates: the terms that are looked at; `nil` are those of the group.
  ///   - isShown: whether a term may be a keyword.
  ///   - isNested: whether a term stands mostly inside of a longer phrase; such terms are tested, but not
  ///     shown.
  ///   - minimum: the fewest occurrences in the group, or, of what is missing, in the reference.
  ///   - isNegative: whether terms are asked for that are rarer than in the reference.
  ///   - idf: of a term, for tf-idf.
  public init(
    _ frequencies: TermFrequencies, terms: TermInventory,
    reference: (_ term: Int, _ count: Int) -> Int,
    words referenceWords: Int,
    candidates: [Int]? = nil, isShown: (_ term: Int) -> Bool,
    isNested: (_ term: Int) -> Bool = { _ in false }, minimum: Int, method: KeynessMethod,
    isNegative: Bool, top: Int, idf: (_ term: Int) throws(IndexError) -> Double
  ) throws(IndexError) {
    group = frequencies.group
    isByCount = referenceWords == 0
    var tested: [(term: Int, keyness: Keyness)] = []
    func test(_ term: Int, _ count: Int) {
      guard terms.isListed(term), isShown(term) else { return }
      let keyness = Keyness(
        count: count, of: frequencies.wordCount, reference: reference(term, count),
        of: referenceWords)
      tested.append((term, keyness))
    }
    var counts: [Int: Int] = [:]
    for count in frequencies.counts {
      if candidates == nil {
        test(count.term, count.count)
      } else {
        counts[count.term] = count.count
      }
    }
    for term in candidates ?? [] { test(term, counts[term, default: 0]) }
    (rows, hasMore) = try Self.rows(
      tested, terms, minimum: minimum, method: method, isNegative: isNegative,
      isByCount: isByCount, isNested: isNested, top: top, idf: idf)
  }

  private static func rows(
    _ tested: [(term: Int, keyness: Keyness)], _ terms: TermInventory, minimum: Int,
    method: KeynessMethod, isNegative: Bool, isByCount: Bool, isNested: (Int) -> Bool, top: Int,
    idf: (Int) throws(IndexError) -> Double
  ) throws(IndexError) -> (rows: [Row], hasMore: Bool) {
    // The likeliest first: then their probabilities ascend, and most rows are in their order already.
    var order = tested.enumerated().map { index, entry in
      (index: index, likelihood: isByCount ? 0 : entry.keyness.logLikelihood)
    }
    order.sort { $0.likelihood > $1.likelihood }
    let adjusted = Keyness.adjusted(ascending: order.map { Keyness.probability($0.likelihood) })
    var rows: [Row] = []
    for (place, (index, likelihood)) in order.enumerated() {
      // Ties are in no order yet; one row more tells that there are more.
      if !isByCount, method == .logLikelihood, top > 0, rows.count > top,
        likelihood < rows[top - 1].logLikelihood
      {
        break
      }
      let entry = tested[index]
      let ratio = isByCount ? 0 : entry.keyness.logRatio
      let count = isNegative ? entry.keyness.referenceCount : entry.keyness.count
      guard count >= minimum, isByCount || (isNegative ? ratio < 0 : ratio > 0),
        !isNested(entry.term)
      else { continue }
      rows.append(
        Row(
          term: entry.term, keyness: entry.keyness, logLikelihood: likelihood,
          logRatio: ratio, adjustedProbability: adjusted[place],
          score: isByCount && method != .tfidf
            ? nil : try score(entry.term, entry.keyness, method, idf)))
    }
    // What is missing has the smallest ratio of rates.
    let isAscending = isNegative && method == .simpleMaths
    // tf-idf needs no reference.
    let isByCount = isByCount && method != .tfidf
    rows.sort { $0.precedes($1, terms, isByCount: isByCount, isAscending: isAscending) }
    return (Array(rows.prefix(top)), rows.count > top)
  }

  private static func score(
    _ term: Int, _ keyness: Keyness, _ method: KeynessMethod,
    _ idf: (Int) throws(IndexError) -> Double
  ) throws(IndexError) -> Double? {
    switch method {
    case .logLikelihood: nil
    case .tfidf: Double(keyness.count) * (try idf(term))
    case .chi2: keyness.chiSquared
    case .simpleMaths: keyness.simpleMaths
    }
  }
}

extension KeywordTable.Row {
  /// Ties go by count, then by key in order of code points.
  fileprivate func precedes(
    _ other: Self, _ terms: TermInventory, isByCount: Bool, isAscending: Bool
  ) -> Bool {
    if !isByCount {
      let (mine, theirs) = (score ?? logLikelihood, other.score ?? other.logLikelihood)
      if mine != theirs { return isAscending ? mine < theirs : mine > theirs }
    }
    let (mine, theirs) = (keyness.count, other.keyness.count)
    return mine != theirs
      ? mine > theirs : terms.order(of: term) < terms.order(of: other.term)
  }
}
