public import CorpusAnalysis

/// How often terms stand in each of some periods.
public struct TrendReport: Sendable {
  public struct Series: Hashable, Sendable {
    /// The term as it was given, or is displayed.
    public let term: String
    /// For each period; the rate is unknown where nothing was said.
    public let counts: [Int]
    public let perMillion: [Double?]
    /// Of `perMillion`, over the periods that have words.
    public let trend: MannKendall
    /// The trend's probability, corrected for all terms that were tested (Benjamini and Hochberg); `nil`
    /// of a series that is too short and of a text that was given.
    public internal(set) var adjustedProbability: Double?
    /// What leads to its lines; `nil` of a text that was given.
    public internal(set) var shown: TermRow?

    /// Sen's slope of `perMillion`, per period.
    public var slope: Double { MannKendall.slope(perMillion) }
    /// The rates of the first and the last period that has words.
    public var firstPerMillion: Double? { perMillion.lazy.compactMap(\.self).first }
    public var lastPerMillion: Double? { perMillion.reversed().lazy.compactMap(\.self).first }
  }

  /// In order of time; those without an episode too.
  public let periods: [String]
  /// Words of each period.
  public let wordCounts: [Int]
  public internal(set) var series: [Series]
  /// Whether there are more series than the limit.
  public internal(set) var hasMore = false
  /// Words and terms that do not rise or fall whatever they count, and why; of given texts nothing.
  public internal(set) var left: [TermFilter.Hidden: HiddenTerms] = [:]
  /// The repetitions that cues of the index are and that are looked at.
  public internal(set) var repetitions: [Repetition] = []
  /// Words of what is selected but has no date, or none that is precise enough.
  public let undatedWords: Int

  /// The least slope of what rises or falls: the least that is not 0.00 where it is printed.
  public static let leastSlope = 0.005

  /// Whether there are too few periods with words to say whether anything rises or falls.
  public var isTooShort: Bool { wordCounts.count { $0 > 0 } < MannKendall.shortest }
}
