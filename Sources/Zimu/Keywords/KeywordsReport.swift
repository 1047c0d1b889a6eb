public import CorpusAnalysis
public import InvertedIndex

/// Keywords, of everything or of each group.
public struct KeywordsReport: Sendable {
  public struct Row: Hashable, Sendable {
    /// From 1 in each group.
    public let rank: Int
    public let shown: TermRow
    /// The numbers.
    public let statistics: KeywordTable.Row

    /// The term as it is displayed.
    public var term: String { shown.term }
    /// The term in search form.
    public var key: String { shown.key }
  }

  public struct Group: Sendable {
    public let label: String
    public let rows: [Row]
    /// Whether there was nothing to compare with, so that rows are in order of their counts.
    public let isByCount: Bool
    /// Whether there are more keywords than the limit.
    public let hasMore: Bool
    /// All words of the group.
    public let wordCount: Int
  }

  public let groups: [Group]
  /// Words and terms that are no keywords whatever they count, over all groups, and why.
  public let left: [TermFilter.Hidden: TermTable.Left]
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]
  /// Why there are words only, though phrases were asked for, too: part of the index is damaged.
  public let phrasesFailure: IndexError?
}
