public import CorpusAnalysis

/// Time series: the frequencies of terms in consecutive periods.
public struct TrendReport: Sendable {
  /// The time series of one term.
  public struct Series: Hashable, Sendable {
    /// The keyword as it was given, or the display spelling of the term.
    public let term: String
    /// The number of occurrences in each period.
    public let counts: [Int]
    /// The relative frequency in each period, per million words; `nil` for a period without words.
    public let perMillion: [Double?]
    /// The Mann–Kendall test of `perMillion`, over the periods that have words.
    public let trend: MannKendall
    /// The p-value of the trend, corrected for all terms that were tested (Benjamini and Hochberg 1995).
    ///
    /// It is `nil` if the series is too short or the keyword was given.
    public internal(set) var adjustedProbability: Double?
    /// The term as tables display it, with its lines of evidence; `nil` if the keyword was given.
    public internal(set) var shown: DisplayedTerm?

    /// Sen's slope of `perMillion`: the change in occurrences per million words from one period to the next.
    public var slope: Double { MannKendall.slope(perMillion) }
    /// The relative frequency in the first period that has words.
    public var firstPerMillion: Double? { perMillion.lazy.compactMap(\.self).first }
    /// The relative frequency in the last period that has words.
    public var lastPerMillion: Double? { perMillion.reversed().lazy.compactMap(\.self).first }
  }

  /// The labels of the periods, in order of time. Periods without an episode between others are included.
  public let periods: [String]
  /// The number of words in each period.
  public let wordCounts: [Int]
  /// The series, in the order given, or the strongest trend first.
  public internal(set) var series: [Series]
  /// Whether there are more series than the limit.
  public internal(set) var hasMore = false
  /// The words and terms that were left out, by the reason; empty if the keywords were given.
  public internal(set) var hidden: [TermFilter.Reason: HiddenTerms] = [:]
  /// The kinds of repetition that the index has and that rows count separately.
  public internal(set) var repetitions: [Repetition] = []
  /// The number of selected words in episodes without a date, or with a date that is less precise than the
  /// periods.
  public let undatedWords: Int

  /// The minimum `slope`, up or down, of a term that rises or falls: 0.005, which rounds to 0.01.
  public static let leastSlope = 0.005

  /// Whether fewer than `MannKendall.shortest` periods have words, so that no trend can be tested.
  public var isTooShort: Bool { wordCounts.count { $0 > 0 } < MannKendall.shortest }
}
