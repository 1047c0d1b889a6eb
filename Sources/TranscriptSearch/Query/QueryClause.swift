/// One thing that a query looks for, and counts.
public struct QueryClause: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Text, wherever it stands.
    case text
    /// Text that is spelled exactly so in the original.
    case exact
    /// Whole words, in a row.
    case words
    /// Words of letters that begin so.
    case prefix
    /// Clauses with at most so many words between the first and the last.
    case near(Int, [QueryClause])
  }

  public let kind: Kind
  /// As the query has it.
  public let text: String
  /// Where it stands in the query, in characters.
  let position: Int

  init(_ kind: Kind, _ text: String, at position: Int = 0) {
    (self.kind, self.text, self.position) = (kind, text, position)
  }

  public static func == (first: QueryClause, second: QueryClause) -> Bool {
    first.kind == second.kind && first.text == second.text
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(text)
  }

  /// The clause as a query would have it.
  public var description: String {
    switch kind {
    case .text: text
    case .exact: "exact:" + text
    case .words: "word:" + text
    case .prefix: text + "*"
    case .near(let distance, let clauses):
      "NEAR/\(distance)(\(clauses.map(\.description).joined(separator: " ")))"
    }
  }
}
