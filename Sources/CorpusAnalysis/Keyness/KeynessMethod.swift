/// The statistic that keywords are sorted by.
public enum KeynessMethod: String, CaseIterable, Sendable {
  /// Dunning's log-likelihood of two cells.
  case logLikelihood = "log_likelihood"
  /// Term frequency times inverse document frequency; it needs no reference.
  case tfidf
  /// Pearson's χ² of the fourfold table.
  case chi2
  /// Kilgarriff's ratio of smoothed relative frequencies.
  case simpleMaths = "simple_maths"
}
