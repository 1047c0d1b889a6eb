/// An episode that a query finds.
public struct EpisodeScore: Hashable, Sendable {
  public internal(set) var episode: Int
  /// BM25 over the query's clauses.
  public internal(set) var score: Double
  /// Occurrences of the query's clauses.
  public internal(set) var count: Int
}
