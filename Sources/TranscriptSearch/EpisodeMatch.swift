/// An episode that has all units of a query, and the cues in which they occur.
public struct EpisodeMatch: Hashable, Sendable {
  /// A cue in which at least one unit starts.
  public struct Cue: Hashable, Sendable {
    /// The cue's number in the episode.
    public let cue: Int
    /// How many different units start in the cue.
    public let unitCount: Int
    /// The words of the matches, as ranges of the episode's word stream; they may reach into the
    /// next cues.
    public let words: [Range<Int>]
  }

  public let episode: Int
  /// BM25 over the query's units.
  public let score: Double
  /// The best first: by different units, then in order of time.
  public let cues: [Cue]
}
