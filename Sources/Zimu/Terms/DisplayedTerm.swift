public import CorpusAnalysis

/// A term as tables display it, with its lines of evidence.
public struct DisplayedTerm: Hashable, Sendable {
  /// The display spelling: the original spelling that is most frequent in the whole index.
  public let term: String
  /// The search form of the term, which identifies it.
  public let key: String
  /// The display spelling of the phrase that contains most occurrences of the term; `nil` if there is none.
  public let nestedIn: String?
  /// The number of occurrences in repeated cues, by the kind of repetition.
  public let repeatedCounts: [Repetition: Int]
  /// Lines in which the term occurs, spread over episodes and time.
  public let evidence: [EvidenceLine]

  /// Returns the number of occurrences in cues of one kind of repetition, if they are the majority.
  ///
  /// - Parameters:
  ///   - repetition: the kind of repetition.
  ///   - count: the number of all occurrences of the term.
  /// - Returns: the number, or `nil` if it is at most half of `count`.
  public func count(from repetition: Repetition, of count: Int) -> Int? {
    repeatedCounts[repetition].flatMap { 2 * $0 > count ? $0 : nil }
  }
}
