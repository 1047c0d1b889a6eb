/// The order of the rows of a frequency table: descending, except for `term`.
public enum TermOrder: String, CaseIterable, Sendable {
  /// The number of occurrences.
  case count
  /// The relative frequency, per million words.
  case perMillion = "per_million"
  /// The document frequency: the number of episodes that have the term.
  case episodes
  /// The tf-idf, count × (ln((1 + n) / (1 + df)) + 1), with n and df over the whole index.
  case tfidf
  /// The search form, ascending by code point.
  case term
}
