public import CorpusAnalysis

/// Keywords, of everything or of each group.
public struct KeywordsReport: Sendable {
  public struct Row: Hashable, Sendable {
    /// From 1 in each group.
    public let rank: Int
    /// The term as it is displayed.
    public let term: String
    /// The term in search form.
    public let key: String
    /// The numbers.
    public let statistics: KeywordTable.Row
  }

  public struct Group: Sendable {
    public let label: String
    public let rows: [Row]
    /// Whether there was nothing to compare with, so that rows are in order of their counts.
    public let isByCount: Bool
  }

  public let groups: [Group]
}
