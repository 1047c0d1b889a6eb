/// The numbers that make consecutive words a phrase, over the episodes in which it was looked for.
public struct PhraseStatistics: Hashable, Sendable {
  /// Number of occurrences.
  public let count: Int
  /// Dunning's log-likelihood G² of the weakest joint between two of its words; a joiner counts as a word here.
  public let logLikelihood: Double
  /// Bouma's normalised pointwise mutual information of the weakest joint, from −1 to 1.
  public let npmi: Double
  /// The entropy, in bits, of the words before it or of those after it, whichever is lower.
  public let freedom: Double
  /// C-value: log₂(words) · (count − mean count of the phrases that contain it).
  ///
  /// Source: Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms: the C-value/NC-value
  /// method", 2000.
  public let cValue: Double
}
