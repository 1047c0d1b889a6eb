public import InvertedIndex

/// A frequency table: the terms that a filter shows, ranked, and what it hides.
public struct TermTable: Sendable {
  /// What rows are sorted by, descending but for `term`.
  public enum Order: String, CaseIterable, Sendable {
    case count
    case perMillion = "per_million"
    case episodes, tfidf, term
  }

  public struct Row: Hashable, Sendable {
    /// The term's number in the index.
    public let term: Int
    public let count: Int
    /// Count in a million words of the group.
    public let perMillion: Double
    public let episodes: Int
    /// count × (ln((1 + n) / (1 + df)) + 1), n and df over the whole index.
    public let tfidf: Double
  }

  /// Words and terms that are not shown for one reason.
  public struct Left: Hashable, Sendable {
    public var words = 0
    public var terms = 0
  }

  public let group: String
  /// In order, the best first.
  public let rows: [Row]
  /// Terms that would be shown without a limit.
  public let shownTerms: Int
  public let left: [TermFilter.Hidden: Left]

  /// Ranks the terms of a group.
  ///
  /// Ties go by count, then by key in order of code points.
  ///
  /// - Parameters:
  ///   - hidden: for each term of the index why it is hidden, from `TermFilter`.
  ///   - top: the most rows.
  public init(
    _ frequencies: TermFrequencies, of index: some WordIndex, hidden: [TermFilter.Hidden?],
    order: Order, top: Int
  ) throws(IndexError) {
    group = frequencies.group
    var left: [TermFilter.Hidden: Left] = [:]
    var shown: [Row] = []
    for count in frequencies.counts {
      if let reason = hidden[count.term] {
        left[reason, default: Left()].words += count.count
        left[reason, default: Left()].terms += 1
      } else {
        shown.append(try Row(count, frequencies, index, wantsTFIDF: order == .tfidf))
      }
    }
    self.left = left
    shownTerms = shown.count
    // Terms are numbered in order of their keys.
    shown.sort { $0.precedes($1, by: order) }
    rows = Array(shown.prefix(top))
  }
}

extension TermTable.Row {
  fileprivate init(
    _ count: TermFrequencies.Count, _ frequencies: TermFrequencies, _ index: some WordIndex,
    wantsTFIDF: Bool
  ) throws(IndexError) {
    term = count.term
    self.count = count.count
    episodes = count.episodes
    perMillion = Double(count.count) / Double(frequencies.wordCount) * 1e6
    guard wantsTFIDF else {
      tfidf = 0
      return
    }
    let ratio =
      Double(1 + index.episodeCount)
      / Double(1 + (try index.episodeCount(of: count.term)))
    tfidf = Double(count.count) * (ratio.naturalLogarithm + 1)
  }

  fileprivate func precedes(_ other: Self, by order: TermTable.Order) -> Bool {
    switch order {
    case .term: return term < other.term
    case .count, .perMillion: break
    case .episodes where episodes != other.episodes: return episodes > other.episodes
    case .tfidf where tfidf != other.tfidf: return tfidf > other.tfidf
    case .episodes, .tfidf: break
    }
    return count != other.count ? count > other.count : term < other.term
  }
}
