/// The statistics of a phrase, over the episodes in which phrases were searched.
public struct PhraseStatistics: Hashable, Sendable {
  /// The number of occurrences.
  public let count: Int
  /// Dunning's log-likelihood G² of the weakest word boundary inside the phrase. A joiner, such as `-`,
  /// counts as a word.
  public let logLikelihood: Double
  /// The normalised pointwise mutual information of the weakest word boundary, from −1 to 1 (Bouma 2009).
  public let npmi: Double
  /// The boundary entropy, in bits: the entropy of the words before it or after it, whichever is lower.
  public let freedom: Double
  /// The C-value: log₂(words) · (count − mean count of the phrases that contain it).
  ///
  /// Source: Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms: the C-value/NC-value
  /// method", 2000.
  public let cValue: Double
}
