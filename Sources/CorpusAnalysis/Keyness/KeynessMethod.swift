/// The keyness statistic that keywords are sorted by.
public enum KeynessMethod: String, CaseIterable, Sendable {
  /// Dunning's log-likelihood G² of two counts, as Rayson and Garside (2000) compute it.
  case logLikelihood = "log_likelihood"
  /// The tf-idf, count × (ln((1 + n) / (1 + df)) + 1); it needs no reference.
  case tfidf
  /// Pearson's χ² of the fourfold table, with Yates's correction.
  case chi2
  /// Kilgarriff's simple maths (2009): the ratio of the relative frequencies per million words, each plus 1.
  case simpleMaths = "simple_maths"
}
