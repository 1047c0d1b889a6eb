public import CorpusAnalysis

/// A request for the phrases of a selection.
public struct PhrasesRequest: Sendable {
  /// The order of the rows: descending, except for `term`.
  public enum Order: String, CaseIterable, Sendable {
    /// The number of occurrences.
    case count
    /// The C-value; see `PhraseStatistics.cValue`.
    case cValue = "c_value"
    /// The log-likelihood; see `PhraseStatistics.logLikelihood`.
    case logLikelihood = "log_likelihood"
    /// The normalised pointwise mutual information; see `PhraseStatistics.npmi`.
    case npmi
    /// The boundary entropy; see `PhraseStatistics.freedom`.
    case freedom
    /// The search form, ascending by code point.
    case term
  }

  /// The filter on fields, such as `show:indigo`, that selects the text to look in. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// The thresholds that make consecutive words a phrase.
  public var criteria = PhraseCriteria()
  /// The order of the rows (default: by count).
  public var order = Order.count
  /// Which phrases are shown, and what is shown with each.
  public var options = TermOptions()
  /// The maximum number of rows, 0 or more (default 50).
  public var top = 50

  /// Creates a request with the defaults, for all phrases of the index.
  public init() { options.units = .phrases }
}
