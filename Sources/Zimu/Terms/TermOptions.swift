public import CorpusAnalysis

/// The options that all tables of terms have in common.
public struct TermOptions: Sendable {
  /// The units that are counted: words, phrases or both (default both).
  public var units = TermUnits.both
  /// The filter that hides stop words, numbers and short words.
  public var filter = TermFilter()
  /// Whether to show terms that occur mostly inside longer phrases that are shown (default `false`).
  public var showsNested = false
  /// The kinds of repeated cues that are not counted (default none).
  public var excludedRepetitions: Set<Repetition> = []
  /// The number of lines of evidence for each row, from 0 to 1,000 (default 0).
  public var evidence = 0

  /// Creates options with the defaults.
  public init() {}
}
