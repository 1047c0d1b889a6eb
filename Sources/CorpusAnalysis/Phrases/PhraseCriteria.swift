/// The thresholds that consecutive words must reach to be a phrase.
public struct PhraseCriteria: Hashable, Sendable {
  /// The minimum number of occurrences, in all and outside longer phrases (default 3).
  ///
  /// At least one occurrence per million words is required in any case, which limits the memory for large
  /// indexes.
  public var minimum = 3
  /// The minimum log-likelihood of the weakest word boundary inside the phrase (default 10.83, p < 0.001).
  public var logLikelihood = 10.83
  /// The minimum normalised pointwise mutual information of the weakest word boundary, from −1 to 1 (default
  /// 0.4).
  public var npmi = 0.4
  /// The minimum boundary entropy on each side, in bits (default 0.9).
  ///
  /// This is the entropy of the words before the phrase, and of those after it.
  public var freedom = 0.9

  /// Creates criteria with the defaults.
  public init() {}

  /// How often a row of words has to stand among so many words.
  func minimum(among words: Int) -> Int { max(1, minimum, words / 1_000_000) }
}
