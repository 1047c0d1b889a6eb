/// The occurrences of a term in one episode.
public struct Posting: Hashable, Sendable {
  /// The episode's number in the index.
  public let episode: Int
  /// Positions in the episode's word stream, in ascending order; at least one.
  public let positions: [Int]

  public init(episode: Int, positions: [Int]) {
    self.episode = episode
    self.positions = positions
  }
}
