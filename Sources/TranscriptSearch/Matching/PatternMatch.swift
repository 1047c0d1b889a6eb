/// Where a text stands in the words of an episode.
public struct PatternMatch: Hashable, Sendable {
  /// The first word and the last one, as positions in the episode's words.
  public let first: Int
  public let last: Int
  /// Where it starts in the first word's key, and ends in the last one's, in bytes of what matching
  /// compares.
  let start: Int
  let end: Int
  /// Bytes of separators of the pattern that stand before the first word and behind the last one, those
  /// aside that are part of a word's character (㈣ is `(四)`).
  var leading = 0
  var trailing = 0
  /// Whether both ends are ends of words.
  let isWordAligned: Bool

  /// The order of starts.
  static func precedes(_ match: PatternMatch, _ other: PatternMatch) -> Bool {
    (match.first, match.start) < (other.first, other.start)
  }
}
