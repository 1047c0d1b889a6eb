/// The part of an episode's BM25 score that comes from one clause of a query.
public struct ClauseScore: Hashable, Sendable {
  /// The clause as it is written in the query.
  public let clause: String
  /// The number of occurrences in the episode.
  public let count: Int
  /// The number of occurrences that begin and end on word boundaries.
  public let wordAligned: Int
  /// The term frequency for BM25: occurrences inside a longer word count as half.
  public let frequency: Double
  /// The document frequency: the number of episodes that have the clause.
  public let episodes: Int
  /// The inverse document frequency, ln(1 + (N − df + 0.5) / (df + 0.5)).
  public let idf: Double
  /// The length of the episode in words.
  public let length: Int
  /// The BM25 score of the clause (k₁ = 1.2, b = 0.75).
  public let score: Double
}
