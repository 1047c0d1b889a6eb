public import CorpusAnalysis

/// A request for time series.
public struct TrendRequest: Sendable {
  /// The length of a period: day, week, month (default), quarter or year. `episode` takes each dated episode
  /// as a period.
  public var period = Grouping.month
  /// The filter on fields, such as `show:indigo`, that selects the text to count in. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// Whether the spelling must be exactly that of a given keyword (default `false`).
  public var isExact = false
  /// Which terms may rise or fall, and what is shown with each.
  public var options = TermOptions()
  /// The minimum number of occurrences of a term that may rise or fall, 1 or more (default 5).
  public var minimumCount = 5
  /// The maximum number of terms, 0 or more (default 20).
  public var top = 20

  /// Creates a request with the defaults.
  public init() {}
}
