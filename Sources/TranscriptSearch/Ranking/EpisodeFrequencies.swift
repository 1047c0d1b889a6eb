/// How often something stands in each episode of a part of an index.
struct EpisodeFrequencies {
  /// All occurrences, and those with both ends on ends of words.
  private(set) var counts: [UInt32]
  private(set) var bounded: [UInt32]

  init(episodes: Int) {
    counts = [UInt32](repeating: 0, count: episodes)
    bounded = counts
  }

  @inline(__always)
  mutating func add(_ frequency: UInt32, to episode: Int, isBounded: Bool) {
    // A damaged index must not end the process.
    counts[episode] &+= frequency
    if isBounded { bounded[episode] &+= frequency }
  }
}
