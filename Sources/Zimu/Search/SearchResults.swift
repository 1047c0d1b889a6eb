public import CorpusAnalysis

/// The results of a search: the requested hits and the totals.
public struct SearchResults: Sendable {
  /// A hit: a cue in which a match of the query begins.
  public struct Hit: Hashable, Sendable {
    /// The rank of the hit among all hits of the query, from 1.
    public let rank: Int
    /// The BM25 score of the episode.
    public let score: Double
    /// The cue; its link leads to the first match.
    public let cue: CitedCue
    /// The ranges of the matches in the cue's text, in UTF-8 bytes and in ascending order. Overlapping and
    /// adjacent matches are merged.
    public let matches: [Range<Int>]
    /// The start of the word in which each match begins, in milliseconds of the recording.
    ///
    /// An element is `nil` if the transcript has no word times.
    public let matchStarts: [Int?]
    /// The number of occurrences that begin in the cue, each counted even if merged in `matches`.
    public let occurrences: Int
    /// The kinds of repetition of the cue.
    public let repetitions: Set<Repetition>
    /// The texts of the cues before the hit, at most `SearchRequest.neighbours`.
    public let before: [String]
    /// The texts of the cues after the hit, at most `SearchRequest.neighbours`.
    public let after: [String]
  }

  /// The hits, in the order of the request.
  public let hits: [Hit]
  /// The number of all occurrences of the query's terms, shown or not.
  public let occurrences: Int
  /// The number of all episodes that match the query, shown or not.
  public let episodeCount: Int
  /// The kinds of repetition that the index has and that hits are marked with.
  public let repetitions: [Repetition]

  /// The number of occurrences in the hits that are shown.
  public var shownOccurrences: Int { hits.reduce(0) { $0 + $1.occurrences } }
}
