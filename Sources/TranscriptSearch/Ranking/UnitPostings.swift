import InvertedIndex

/// The episodes that have a unit, and how often.
public struct UnitPostings: Sendable {
  /// An episode with all occurrences, and those with both ends on ends of words.
  public struct Posting: Hashable, Sendable {
    public let episode: Int
    public let count: Int
    public let bounded: Int
  }

  /// In order of episodes.
  public private(set) var postings: [Posting] = []

  /// Adds what was found in a part.
  ///
  /// - Parameter number: what an episode of the part is called; `nil` if it is deleted.
  mutating func add(_ frequencies: EpisodeFrequencies, number: (Int) -> Int?) {
    for (episode, count) in frequencies.counts.enumerated() where count > 0 {
      guard let number = number(episode) else { continue }
      postings.append(
        Posting(episode: number, count: Int(count), bounded: Int(frequencies.bounded[episode])))
    }
  }

  mutating func sort() {
    postings.sort { $0.episode < $1.episode }
  }
}

extension IndexSearch {
  /// The episodes that have a unit.
  ///
  /// - Complexity: O(postings of the words that make the unit).
  func postings(of unit: QueryUnit, crossesCues: Bool) throws -> UnitPostings {
    try postings { try matcher(unit, in: $0, crossesCues: crossesCues) }
  }

  /// The episodes in which the matchers of the parts find something.
  func postings(_ matcher: (_ part: Int) throws -> any UnitMatcher) throws -> UnitPostings {
    var postings = UnitPostings()
    for (number, part) in parts.enumerated() {
      var frequencies = EpisodeFrequencies(episodes: part.episodeCount)
      try matcher(number).add(to: &frequencies)
      postings.add(frequencies) { part.number(of: $0) }
    }
    if parts.count > 1 { postings.sort() }
    return postings
  }
}
