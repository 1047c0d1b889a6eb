public import CorpusAnalysis

/// A frequency table for each group.
public struct TermsReport: Sendable {
  /// A term and its numbers in one group.
  public struct Row: Hashable, Sendable {
    /// The rank of the term in its group, from 1.
    public let rank: Int
    /// The term as tables display it, with its lines of evidence.
    public let shown: DisplayedTerm
    /// The number of occurrences in the group.
    public let count: Int
    /// The relative frequency: the number of occurrences per million words of the group.
    public let perMillion: Double
    /// The document frequency: the number of episodes of the group that have the term.
    public let episodes: Int
    /// The tf-idf, count × (ln((1 + n) / (1 + df)) + 1); `nil` unless the table is sorted by it.
    ///
    /// n is the number of episodes of the whole index, df the number of those that have the term.
    public let tfidf: Double?

    /// The display spelling of the term.
    public var term: String { shown.term }
    /// The search form of the term.
    public var key: String { shown.key }
  }

  /// The frequency table of one group.
  public struct Group: Sendable {
    /// The label of the group, such as `2024-05`. It is empty for `Grouping.total` and for unknown values.
    public let label: String
    /// The terms of the group, in the order of the request.
    public let rows: [Row]
    /// The number of terms that would have a row if there were no limit.
    public let termCount: Int
    /// The number of all words of the group, hidden ones included.
    public let wordCount: Int
  }

  /// The groups that have words, in ascending order of their labels by code point.
  public let groups: [Group]
  /// The words and terms that were left out of all groups, by the reason.
  public let hidden: [TermFilter.Reason: HiddenTerms]
  /// The kinds of repetition that the index has and that rows count separately.
  public let repetitions: [Repetition]
  /// The damage that kept phrases from being found, so that only words were counted; `nil` normally.
  public let phrasesFailure: ZimuError?
}
