public import CorpusAnalysis

/// A request for keywords: terms that are unusually frequent in a target, compared with a reference.
public struct KeywordsRequest: Sendable {
  /// The reference corpus that a target is compared with.
  public enum Reference: Sendable {
    /// The rest: for groups, the other groups of the target; without groups, everything outside the target.
    case rest
    /// The text that a filter on fields selects.
    case selection(String)
    /// All text of another index.
    case index(TranscriptIndex)
    /// The counts of words, by search form; see `WordCounts`.
    case counts([String: Int])
  }

  /// The filter on fields, such as `show:indigo`, that selects the target. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// The reference corpus (default: the rest).
  public var reference = Reference.rest
  /// The groups that have keywords of their own (default: one for everything).
  public var grouping = Grouping.total
  /// The labels of the groups to return; `nil` (default) returns all.
  public var labels: Set<String>?
  /// Which terms may be keywords, and what is shown with each.
  public var options = TermOptions()
  /// The statistic that keywords are sorted by (default log-likelihood).
  public var method = KeynessMethod.logLikelihood
  /// Whether to find negative keywords: terms that are rarer in the target than in the reference (default
  /// `false`). With `KeynessMethod.tfidf`, it is refused.
  public var isNegative = false
  /// The minimum number of occurrences in the group, or in the reference for negative keywords, 1 or more
  /// (default 2).
  public var minimumCount = 2
  /// The maximum number of rows per group, 0 or more (default 50).
  public var top = 50

  /// Creates a request with the defaults.
  public init() {}
}
