/// What makes a row of words a phrase.
public struct PhraseCriteria: Hashable, Sendable {
  /// The fewest occurrences, and the fewest that are not inside of longer phrases. One in a million words
  /// is asked for besides, so that no corpus has more rows of words than memory.
  public var minimum = 3
  /// The least log-likelihood of the weakest joint: 10.83 is p < 0.001.
  public var logLikelihood = 10.83
  /// The least NPMI of the weakest joint.
  public var npmi = 0.4
  /// The least entropy, in bits, of what stands before it and of what stands after it.
  public var freedom = 0.9

  public init() {}

  /// How often a row of words has to stand among so many words.
  func minimum(among words: Int) -> Int { max(1, minimum, words / 1_000_000) }
}
