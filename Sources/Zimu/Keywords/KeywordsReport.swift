public import CorpusAnalysis

/// Keywords, of everything or of each group.
public struct KeywordsReport: Sendable {
  public struct Row: Hashable, Sendable {
    /// From 1 in each group.
    public let rank: Int
    public let shown: TermRow
    package let statistics: KeywordTable.Row

    /// The term as it is displayed.
    public var term: String { shown.term }
    /// The term in search form.
    public var key: String { shown.key }
    /// Number of occurrences in the group.
    public var count: Int { statistics.keyness.count }
    /// Number of occurrences in the reference.
    public var referenceCount: Int { statistics.keyness.referenceCount }
    /// The relative frequency in the group, per million words.
    public var perMillion: Double { statistics.keyness.perMillion }
    /// The relative frequency in the reference, per million words.
    public var referencePerMillion: Double { statistics.keyness.referencePerMillion }
    /// Dunning's log-likelihood of two cells.
    public var logLikelihood: Double { statistics.logLikelihood }
    /// The binary logarithm of the ratio of the relative frequencies, a count of 0 taken as 0.5 (Hardie 2014).
    public var logRatio: Double { statistics.logRatio }
    /// The probability of the log-likelihood, corrected for all terms that were tested (Benjamini and Hochberg).
    public var adjustedProbability: Double { statistics.adjustedProbability }
    /// What the row is sorted by, if that is not the log-likelihood.
    public var score: Double? { statistics.score }
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
  public let left: [TermFilter.Hidden: HiddenTerms]
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]
  /// Why there are words only, though phrases were asked for, too: part of the index is damaged.
  public let phrasesFailure: ZimuError?
}
