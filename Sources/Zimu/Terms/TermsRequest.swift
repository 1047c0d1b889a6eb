public import CorpusAnalysis

/// What a frequency table is to show.
public struct TermsRequest: Sendable {
  /// What is counted.
  public enum Class: String, CaseIterable, Sendable {
    case words, fillers
  }

  /// How terms are spelled.
  public enum Spelling: String, CaseIterable, Sendable {
    /// As most frequent in the index.
    case original
    /// The same in simplified characters.
    case simplified
  }

  public var counted = Class.words
  /// Which terms there are and what is shown of them; fillers are fillers.
  public var options = TermOptions()
  /// The most rows of each group.
  public var top = 50
  public var order = TermOrder.count
  public var grouping = Grouping.total
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  public var spelling = Spelling.original

  public init() {}
}
