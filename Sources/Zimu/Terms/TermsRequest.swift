public import CorpusAnalysis

/// A request for the frequency table of a selection.
public struct TermsRequest: Sendable {
  /// The class of terms that is counted.
  public enum Class: String, CaseIterable, Sendable {
    /// Words and phrases.
    case words
    /// Fillers of speech, such as 就是说 and 嗯.
    case fillers
  }

  /// The spelling in which terms are displayed.
  public enum Spelling: String, CaseIterable, Sendable {
    /// The original spelling that is most frequent in the index.
    case original
    /// The same spelling, converted to simplified characters.
    case simplified
  }

  /// The class of terms that is counted (default words).
  public var termClass = Class.words
  /// Which terms are shown, and what is shown with each. For fillers, units and filter have no effect.
  public var options = TermOptions()
  /// The maximum number of rows per group, 0 or more (default 50).
  public var top = 50
  /// The order of the rows (default: by count). Fillers cannot be sorted by tf-idf.
  public var order = TermOrder.count
  /// The groups that have a table each (default: one for everything).
  public var grouping = Grouping.total
  /// The filter on fields, such as `show:indigo`, that selects the text to count in. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// The spelling in which terms are displayed (default original).
  public var spelling = Spelling.original

  /// Creates a request with the defaults, for all terms of the index.
  public init() {}
}
