public import CorpusAnalysis

/// Which phrases to list.
public struct PhrasesRequest: Sendable {
  /// What rows are sorted by, descending but for `term`.
  public enum Order: String, CaseIterable, Sendable {
    case count
    case cValue = "c_value"
    case logLikelihood = "log_likelihood"
    case npmi, freedom, term
  }

  /// A filter on fields, such as `show:indigo`: phrases are looked for in what it selects.
  public var selection: String?
  public var criteria = PhraseCriteria()
  public var order = Order.count
  /// Which are shown, and what of them.
  public var options = TermOptions()
  /// The most rows.
  public var top = 50

  public init() { options.units = .phrases }
}
