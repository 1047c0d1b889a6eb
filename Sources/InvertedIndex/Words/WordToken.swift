/// One word of an episode: which spelling stands there, and what follows it.
public struct WordToken: Hashable, Sendable {
  /// What stands between a word and the next one, in order of how much it parts them.
  public enum Gap: UInt8, Comparable, Sendable {
    /// Nothing: the next word follows directly.
    case none
    /// White space and nothing else.
    case space
    /// Punctuation, symbols or a sound mark, with or without white space.
    case other
    /// The end of the cue; the next word is of the same turn.
    case cueEnd
    /// The end of the turn or of the episode.
    case turnEnd

    @inlinable
    public static func < (first: Gap, second: Gap) -> Bool {
      first.rawValue < second.rawValue
    }
  }

  /// The number of the spelling in the index.
  public let spelling: Int
  public let gap: Gap

  public init(spelling: Int, gap: Gap) {
    (self.spelling, self.gap) = (spelling, gap)
  }
}
