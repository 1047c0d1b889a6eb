/// How many words and terms a table does not show for one reason.
public struct HiddenTerms: Hashable, Sendable {
  /// Occurrences.
  public package(set) var words = 0
  /// Distinct terms.
  public package(set) var terms = 0

  package init() {}
}
