public import CorpusAnalysis

/// Which keywords to find, and against what.
public struct KeywordsRequest: Sendable {
  /// What a target is compared with.
  public enum Reference: Sendable {
    /// The rest of the index, or of the selection.
    case rest
    /// What a filter selects.
    case selection(String)
    /// Another index.
    case index(TranscriptIndex)
    /// Counts of words, by their search forms.
    case counts([String: Int])
  }

  /// A filter on fields: what keywords are found of; `nil` is everything.
  public var target: String?
  public var reference = Reference.rest
  /// Keywords for each of these.
  public var grouping = Grouping.total
  /// The groups that are wanted, by their labels; `nil` are all.
  public var groups: Set<String>?
  /// Which terms may be keywords, and what is shown of them.
  public var options = TermOptions()
  public var method = KeynessMethod.logLikelihood
  /// Whether terms are asked for that are rarer than in the reference.
  public var isNegative = false
  /// The fewest occurrences of a keyword.
  public var minimum = 2
  /// The most rows of each group.
  public var top = 50

  public init() {}
}
