public import CorpusAnalysis

/// A request for a report on a collection.
public struct ReportRequest: Sendable {
  /// The filter on fields, such as `show:indigo`, that selects the text of the report. `nil` (default)
  /// selects everything.
  public var selection: String?
  /// Which terms are counted, and the lines of evidence for each row (default 3).
  public var options = TermOptions()
  /// The length of a period: day, week, month (default), quarter or year. `episode` takes each dated episode
  /// as a period.
  public var period = Grouping.month
  /// The maximum number of terms, of speakers and of fillers, 0 or more (default 30).
  public var top = 30
  /// The maximum number of terms that rise, and of terms that fall, 0 or more (default 15).
  public var trendTop = 15
  /// The maximum number of keywords per episode, 0 or more (default 8).
  public var keywordTop = 8
  /// The maximum number of episodes with keywords, the latest first, 0 or more (default 100).
  public var episodes = 100

  /// Creates a request with the defaults.
  public init() { options.evidence = 3 }
}
