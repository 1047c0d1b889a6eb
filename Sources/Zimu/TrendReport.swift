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
    /// What leads to its lines; `nil` of a text that was given.
    public internal(set) var shown: TermRow?

    /// Sen's slope of `perMillion`, per period.
    public var slope: Double { MannKendall.slope(perMillion) }
  }

  /// In order of time; those without an episode too.
  public let periods: [String]
  /// Words of each period.
  public let wordCounts: [Int]
  public internal(set) var series: [Series]
  /// Words and terms that do not rise or fall whatever they count, and why; of given texts nothing.
  public internal(set) var left: [TermFilter.Hidden: TermTable.Left] = [:]
  /// Whether the index has loops of a speech recogniser that are looked at.
  public internal(set) var hasLoops = false
  /// Words of what is selected but has no date, or none that is precise enough.
  public let undatedWords: Int

  /// Whether there are too few periods with words to say whether anything rises or falls.
  public var isTooShort: Bool { wordCounts.count { $0 > 0 } < MannKendall.shortest }
}
