public import CorpusAnalysis

/// A frequency table, or one for each group.
public struct TermsReport: Sendable {
  public struct Row: Hashable, Sendable {
    /// From 1 in each group.
    public let rank: Int
    public let shown: TermRow
    public let count: Int
    public let perMillion: Double
    public let episodes: Int
    /// count × (ln((1 + n) / (1 + df)) + 1); `nil` unless the table is sorted by it.
    public let tfidf: Double?

    /// The term as it is displayed.
    public var term: String { shown.term }
    /// The term in search form.
    public var key: String { shown.key }
  }

  public struct Group: Sendable {
    public let label: String
    public let rows: [Row]
    /// Terms that would have a row without a limit.
    public let termCount: Int
    /// All words of the group.
    public let wordCount: Int
  }

  public let groups: [Group]
  /// Words and terms left out, over all groups, and why.
  public let left: [TermFilter.Hidden: HiddenTerms]
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]
  /// Why there are words only, though phrases were asked for, too: part of the index is damaged.
  public let phrasesFailure: ZimuError?
}
