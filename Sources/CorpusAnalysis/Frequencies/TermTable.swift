public import InvertedIndex

/// A frequency table: the terms that a filter shows, ranked, and what it hides.
public struct TermTable: Sendable {
  public struct Row: Hashable, Sendable {
    /// The term's number in the index.
    public let term: Int
    public let count: Int
    /// Count in a million words of the group.
    public let perMillion: Double
    public let episodes: Int
    /// count × (ln((1 + n) / (1 + df)) + 1), n and df over the whole index.
    public let tfidf: Double
    /// The phrase that most of its occurrences stand in.
    public let nestedIn: Int?
  }

  public let group: String
  /// In order, the best first.
  public let rows: [Row]
  /// Terms that would be shown without a limit.
  public let shownTerms: Int
  public let hidden: [TermFilter.Reason: HiddenTerms]

  /// Ranks the terms of a group.
  ///
  /// Ties go by count, then by key in order of code points.
  ///
  /// - Parameters:
  ///   - terms: what was counted.
  ///   - hidden: for each term of the index why it is hidden, from `TermFilter`.
  ///   - top: the most rows.
  ///   - showsNested: whether terms are shown that stand mostly inside of a longer phrase that is shown.
  public init(
    _ frequencies: TermFrequencies, of index: IndexReader, terms: TermInventory,
    hidden: [TermFilter.Reason?], order: TermOrder, top: Int, showsNested: Bool = false
  ) throws(IndexError) {
    group = frequencies.group
    var counted: [TermFilter.Reason: HiddenTerms] = [:]
    var shown: [Row] = []
    for count in frequencies.counts where terms.isListed(count.term) {
      let phrase =
        hidden[count.term] != nil
        ? nil
        : terms.phrase(around: count.term, in: frequencies, isShown: { hidden[$0] == nil })
      if let reason = hidden[count.term] ?? (phrase != nil && !showsNested ? .nested : nil) {
        // The words of a phrase are counted by themselves.
        guard reason == .nested || terms.phrase(count.term) == nil else { continue }
        counted.add(count.count, reason)
      } else {
        shown.append(
          try Row(
            count, frequencies, terms, index, wantsTFIDF: order == .tfidf, nestedIn: phrase))
      }
    }
    self.hidden = counted
    shownTerms = shown.count
    shown.sort { $0.precedes($1, by: order, terms) }
    rows = Array(shown.prefix(top))
  }
}

extension [TermFilter.Reason: HiddenTerms] {
  /// Notes a term that is not shown, with its occurrences.
  public mutating func add(_ words: Int, _ reason: TermFilter.Reason) {
    self[reason, default: HiddenTerms()].words += words
    self[reason, default: HiddenTerms()].terms += 1
  }
}

extension TermTable.Row {
  fileprivate init(
    _ count: TermFrequencies.Count, _ frequencies: TermFrequencies, _ terms: TermInventory,
    _ index: IndexReader, wantsTFIDF: Bool, nestedIn: Int?
  ) throws(IndexError) {
    self.nestedIn = nestedIn
    term = count.term
    self.count = count.count
    episodes = count.episodes
    perMillion = Double(count.count) / Double(frequencies.wordCount) * 1e6
    guard wantsTFIDF else {
      tfidf = 0
      return
    }
    tfidf = Double(count.count) * (try terms.idf(of: count.term, in: index))
  }

  fileprivate func precedes(
    _ other: Self, by order: TermOrder, _ terms: TermInventory
  ) -> Bool {
    switch order {
    case .term: return terms.order(of: term) < terms.order(of: other.term)
    case .count, .perMillion: break
    case .episodes where episodes != other.episodes: return episodes > other.episodes
    case .tfidf where tfidf != other.tfidf: return tfidf > other.tfidf
    case .episodes, .tfidf: break
    }
    return count != other.count
      ? count > other.count : terms.order(of: term) < terms.order(of: other.term)
  }
}
