public import CorpusAnalysis

/// Phrases with what makes them phrases.
public struct PhrasesReport: Sendable {
  public struct Row: Sendable {
    /// From 1.
    public let rank: Int
    public let shown: TermRow
    /// All occurrences in what is selected, and the episodes of it that have some.
    public let count: Int
    public let perMillion: Double
    public let episodes: Int
    public let statistics: PhraseStatistics
  }

  public let rows: [Row]
  /// Phrases that would be shown without a limit.
  public let shownPhrases: Int
  /// Phrases left out, and why.
  public let left: [TermFilter.Hidden: HiddenTerms]
  /// All words that are selected.
  public let wordCount: Int
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]
}
