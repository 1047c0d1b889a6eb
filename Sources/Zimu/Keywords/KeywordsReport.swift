public import CorpusAnalysis

/// The keywords of a selection, or of each of its groups.
public struct KeywordsReport: Sendable {
  /// A keyword and its numbers.
  ///
  /// If `Group.isByCount` is true, there is no reference, and `logLikelihood`, `logRatio` and `adjustedProbability` mean
  /// nothing.
  public struct Row: Hashable, Sendable {
    /// The rank of the keyword in its group, from 1.
    public let rank: Int
    /// The term as tables display it, with its lines of evidence.
    public let shown: DisplayedTerm
    package let statistics: KeywordTable.Row

    /// The display spelling of the term.
    public var term: String { shown.term }
    /// The search form of the term.
    public var key: String { shown.key }
    /// The number of occurrences in the group.
    public var count: Int { statistics.keyness.count }
    /// The number of occurrences in the reference.
    public var referenceCount: Int { statistics.keyness.referenceCount }
    /// The relative frequency in the group, per million words.
    public var perMillion: Double { statistics.keyness.perMillion }
    /// The relative frequency in the reference, per million words.
    public var referencePerMillion: Double { statistics.keyness.referencePerMillion }
    /// Dunning's log-likelihood G² of the two counts, as Rayson and Garside (2000) compute it.
    public var logLikelihood: Double { statistics.logLikelihood }
    /// The binary logarithm of the ratio of the relative frequencies; a count of 0 is taken as 0.5 (Hardie
    /// 2014).
    public var logRatio: Double { statistics.logRatio }
    /// The p-value of the log-likelihood, corrected for all terms that were tested (Benjamini and Hochberg
    /// 1995).
    public var adjustedProbability: Double { statistics.adjustedProbability }
    /// The number that rows are sorted by; `nil` if that is the log-likelihood or the count.
    public var score: Double? { statistics.score }
  }

  /// The keywords of one group.
  public struct Group: Sendable {
    /// The label of the group, such as `2024-05`. It is empty for `Grouping.total` and for unknown values.
    public let label: String
    /// The keywords of the group, the strongest first.
    public let rows: [Row]
    /// Whether the reference has no words, so that rows are sorted by count.
    public let isByCount: Bool
    /// Whether there are more keywords than the limit.
    public let hasMore: Bool
    /// The number of words of the group.
    public let wordCount: Int
  }

  /// The groups, in ascending order of their labels by code point.
  public let groups: [Group]
  /// The words and terms that were left out of all groups, by the reason.
  public let hidden: [TermFilter.Reason: HiddenTerms]
  /// The kinds of repetition that the index has and that rows count separately.
  public let repetitions: [Repetition]
  /// The damage that kept phrases from being found, so that only words were counted; `nil` normally.
  public let phrasesFailure: ZimuError?
}
