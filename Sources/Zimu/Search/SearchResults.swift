public import CorpusAnalysis

/// What a search found: the hits that were asked for, and how much there is in all.
public struct SearchResults: Sendable {
  /// A cue in which something of the query begins.
  public struct Hit: Hashable, Sendable {
    /// From 1, over all hits of the query.
    public let rank: Int
    /// BM25 of the episode.
    public let score: Double
    public let episode: String
    public let show: String
    /// ISO, as precise as known, or empty.
    public let date: String
    /// Milliseconds from the start of the recording, where known.
    public let start: Int?
    public let end: Int?
    /// Empty where unknown.
    public let speaker: String
    /// The cue in its original spelling.
    public let text: String
    /// UTF-8 byte ranges of the matches in `text`, in ascending order.
    public let matches: [Range<Int>]
    /// When the word begins in which each match does, in milliseconds, where the transcript has times of words.
    public let matchStarts: [Int?]
    /// Occurrences that begin in the cue; `matches` has those that touch as one.
    public let occurrences: Int
    /// Which repetitions the cue is.
    public let repetitions: Set<Repetition>
    /// A link to the moment of the first match, else of the cue; empty where the episode has none.
    public let url: String
    /// The texts of the cues around it, as many as were asked for.
    public let before: [String]
    public let after: [String]
  }

  public let hits: [Hit]
  /// Everything that fits, shown or not: occurrences of what the query looks for, and the episodes
  /// that have them.
  public let occurrences: Int
  public let episodeCount: Int
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]

  /// Occurrences in the hits.
  public var shownOccurrences: Int { hits.reduce(0) { $0 + $1.occurrences } }
}
