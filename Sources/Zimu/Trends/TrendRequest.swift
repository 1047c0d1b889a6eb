public import CorpusAnalysis

/// Whose series over time to tell.
public struct TrendRequest: Sendable {
  /// Month, quarter, year, or episode in order of dates.
  public var period = Grouping.month
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  /// Whether only what is spelled exactly as a given text counts.
  public var isExact = false
  /// Which terms may rise or fall, and what is shown of them.
  public var options = TermOptions()
  /// The fewest occurrences of a term that may rise or fall.
  public var minimum = 5
  /// The most terms.
  public var top = 20

  public init() {}
}
