public import CorpusAnalysis

/// What to look for in an index, and what to tell of it.
public struct SearchRequest: Hashable, Sendable {
  /// The order of episodes.
  public enum Order: String, CaseIterable, Sendable {
    /// The best first, by BM25.
    case relevance
    /// The latest first, undated ones last.
    case date
    /// Those with the most occurrences first.
    case count
  }

  /// See `Query` for the language.
  public var query: String
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  public var order = Order.relevance
  /// The most hits, after those that are passed over.
  public var limit = 20
  public var offset = 0
  /// The most hits of one episode.
  public var perEpisode = 3
  /// So many cues before and after each hit are told, too.
  public var neighbours = 0
  /// Whether a match may go on in the next cue of a turn.
  public var crossesCues = true
  /// Which cues that repeat others are left out.
  public var leftOut: Set<Repetition> = []

  public init(_ query: String, selection: String? = nil) {
    (self.query, self.selection) = (query, selection)
  }
}
