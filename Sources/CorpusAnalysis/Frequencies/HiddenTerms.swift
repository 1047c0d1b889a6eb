/// The number of words and terms that a table hides for one reason.
public struct HiddenTerms: Hashable, Sendable {
  /// The number of occurrences.
  public package(set) var words = 0
  /// The number of distinct terms.
  public package(set) var terms = 0

  package init() {}
}
