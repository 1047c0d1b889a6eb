public import CorpusAnalysis

/// What a search found: the hits that were asked for, and how much there is in all.
public struct SearchResults: Sendable {
  /// A cue in which something of the query begins.
  public struct Hit: Hashable, Sendable {
    /// The rank among all hits of the query, from 1.
    public let rank: Int
    /// BM25 of the episode.
    public let score: Double
    /// The cue; its link leads to the first match.
    public let cue: CitedCue
    /// UTF-8 byte ranges of the matches in the cue's text, in ascending order.
    public let matches: [Range<Int>]
    /// When the word begins in which each match does, in milliseconds, where the transcript has times of words.
    public let matchStarts: [Int?]
    /// Occurrences that begin in the cue; `matches` has those that touch as one.
    public let occurrences: Int
    /// Which repetitions the cue is.
    public let repetitions: Set<Repetition>
    /// The texts of the cues before it, as many as were asked for.
    public let before: [String]
    /// The texts of the cues after it, as many as were asked for.
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
