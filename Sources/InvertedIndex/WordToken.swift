/// One word of an episode: which spelling stands there, and what follows it.
///
/// Four bytes, the spelling's number in the low 29 bits and the gap in the high 3.
public struct WordToken: Hashable, Sendable {
  /// What stands between a word and the next one, in order of how much it parts them.
  public enum Gap: UInt32, Comparable, Sendable {
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

    public static func < (first: Gap, second: Gap) -> Bool {
      first.rawValue < second.rawValue
    }
  }

  /// The largest number of spellings that the format can tell apart.
  static let spellingLimit = 1 << 29

  @usableFromInline let bits: UInt32

  public init(spelling: Int, gap: Gap) {
    precondition(spelling < Self.spellingLimit)
    bits = UInt32(spelling) | gap.rawValue << 29
  }

  init(bits: UInt32) {
    self.bits = bits
  }

  @inlinable
  public var spelling: Int { Int(bits & (1 << 29 - 1)) }

  /// What follows the word; unused bit patterns read as `turnEnd`, which nothing matches across.
  @inlinable
  public var gap: Gap { Gap(rawValue: bits >> 29) ?? .turnEnd }

}
