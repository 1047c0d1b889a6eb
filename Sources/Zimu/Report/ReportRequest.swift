public import CorpusAnalysis

/// What a report is of, and how much it shows.
public struct ReportRequest: Sendable {
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  /// Which terms are counted, and how many lines each row leads to.
  public var options = TermOptions()
  /// What a step of a series is: month, quarter, year, or episode in order of dates.
  public var period = Grouping.month
  /// The most terms, speakers and fillers.
  public var top = 30
  /// The most terms that rise, and that fall.
  public var trendTop = 15
  /// The most keywords of an episode.
  public var keywordTop = 8
  /// The most episodes whose keywords are told: the latest ones.
  public var episodes = 100

  public init() { options.evidence = 3 }
}
