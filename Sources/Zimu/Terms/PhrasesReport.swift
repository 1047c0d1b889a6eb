public import CorpusAnalysis

/// The phrases of a selection, with the statistics that make them phrases.
public struct PhrasesReport: Sendable {
  /// A phrase and its numbers.
  public struct Row: Hashable, Sendable {
    /// The rank of the phrase, from 1.
    public let rank: Int
    /// The phrase as tables display it, with its lines of evidence.
    public let shown: DisplayedTerm
    /// The number of occurrences in the selection.
    public let count: Int
    /// The relative frequency: the number of occurrences per million words of the selection.
    public let perMillion: Double
    /// The document frequency: the number of episodes of the selection that have the phrase.
    public let episodes: Int
    /// The statistics of the phrase: association, boundary entropy and C-value.
    public let statistics: PhraseStatistics

    /// The display spelling of the phrase.
    public var term: String { shown.term }
    /// The search form of the phrase.
    public var key: String { shown.key }
  }

  /// The phrases, in the order of the request.
  public let rows: [Row]
  /// The number of phrases that would have a row if there were no limit.
  public let phraseCount: Int
  /// The phrases that were left out, by the reason.
  public let hidden: [TermFilter.Reason: HiddenTerms]
  /// The number of words in the selection.
  public let wordCount: Int
  /// The kinds of repetition that the index has and that rows count separately.
  public let repetitions: [Repetition]
}
