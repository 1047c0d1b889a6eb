public import CorpusAnalysis

/// What tables of terms have in common.
public struct TermOptions: Sendable {
  /// Whether words, phrases or both are counted.
  public var units = TermUnits.both
  /// Which terms are shown.
  public var filter = TermFilter()
  /// Whether terms are shown that stand mostly inside of a longer phrase that is shown.
  public var showsNested = false
  /// Which cues that repeat others are left out.
  public var leftOut: Set<Repetition> = []
  /// How many lines each row leads to.
  public var evidence = 0

  public init() {}
}
