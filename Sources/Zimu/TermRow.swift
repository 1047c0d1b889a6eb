/// A term of a table, and what leads to its lines.
public struct TermRow: Hashable, Sendable {
  /// The term as it is displayed.
  public let term: String
  /// The term in search form.
  public let key: String
  /// The phrase that most of its occurrences stand in, as it is displayed; `nil` without one.
  public let nestedIn: String?
  /// How many of its occurrences loops of a speech recogniser repeat.
  public let loopCount: Int
  /// Lines in which it stands, spread over episodes and time.
  public let evidence: [EvidenceLine]

  /// Whether more than half of so many occurrences are repeated by loops.
  public func isFromLoops(_ count: Int) -> Bool { 2 * loopCount > count }
}
