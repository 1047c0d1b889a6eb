/// What one unit of a query adds to the BM25 score of an episode.
public struct UnitScore: Hashable, Sendable {
  /// The unit as it stands in the query.
  public let unit: String
  /// Number of occurrences in the episode.
  public let count: Int
  /// Number of occurrences that begin and end on word boundaries.
  public let bounded: Int
  /// The term frequency that BM25 takes: an occurrence inside a longer word counts half.
  public let frequency: Double
  /// The document frequency: the number of episodes that have the unit.
  public let episodes: Int
  /// The inverse document frequency, ln(1 + (N − df + 0.5) / (df + 0.5)).
  public let idf: Double
  /// The number of words of the episode.
  public let length: Int
  public let score: Double
}
