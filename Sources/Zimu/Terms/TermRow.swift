public import CorpusAnalysis

/// A term of a table, and what leads to its lines.
public struct TermRow: Hashable, Sendable {
  /// The term as it is displayed.
  public let term: String
  /// The term in search form.
  public let key: String
  /// The phrase that most of its occurrences stand in, as it is displayed; `nil` without one.
  public let nestedIn: String?
  /// How many of its occurrences are in cues that repeat others, by why these do.
  public let repeatedCounts: [Repetition: Int]
  /// Lines in which it stands, spread over episodes and time.
  public let evidence: [EvidenceLine]

  /// How many of its occurrences are in such cues, if these are more than half of so many; else `nil`.
  public func count(from repetition: Repetition, of count: Int) -> Int? {
    repeatedCounts[repetition].flatMap { 2 * $0 > count ? $0 : nil }
  }
}
