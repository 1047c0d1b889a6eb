/// Two to five consecutive words of one turn that are counted as a unit.
public struct Phrase: Hashable, Sendable {
  /// Its words, by their numbers in the index.
  public let words: [UInt32]
  /// Its search form: the keys of the words, a space between two that are not Han.
  public let key: [UInt8]
  /// How it is spelled most often in the whole index.
  public internal(set) var spelling = ""
  /// How often it stands in the whole index, and in how many episodes.
  public internal(set) var count = 0
  public internal(set) var episodes = 0
  /// Of the part of the index in which it was found.
  public let statistics: Statistics

  /// Why a row of words is a phrase.
  public struct Statistics: Hashable, Sendable {
    /// Occurrences.
    public let count: Int
    /// The log-likelihood G² (Dunning) of the weakest joint.
    public let logLikelihood: Double
    /// The normalised pointwise mutual information (Bouma) of the weakest joint, from −1 to 1.
    public let npmi: Double
    /// The entropy in bits of what stands before or after it, whichever is less.
    public let freedom: Double
    /// log₂(words) · (count − the mean count of the phrases that it stands in) (Frantzi, Ananiadou and
    /// Mima, "Automatic recognition of multi-word terms: the C-value/NC-value method", 2000).
    public let cValue: Double
  }
}
