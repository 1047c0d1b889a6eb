/// What the rows of a frequency table are sorted by: descending, except for `term`.
public enum TermOrder: String, CaseIterable, Sendable {
  case count
  /// The relative frequency, per million words.
  case perMillion = "per_million"
  /// The document frequency.
  case episodes
  case tfidf
  /// The search form, ascending by code point.
  case term
}
