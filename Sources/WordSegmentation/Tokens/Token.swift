/// A segment of a text: where it stands, what it is, and its entry in the lexicon.
public struct Token: Hashable, Sendable {
  /// UTF-8 byte offsets of its first byte and after its last one.
  public let start, end: UInt32
  /// For words that the lexicon lists a number below 2²⁴, the same wherever the word stands; else
  /// `noLexiconID`.
  public let lexiconID: UInt32
  public let kind: WordKind

  /// The lexicon id of a segment that is no word of the lexicon.
  public static let noLexiconID: UInt32 = 0xFF_FFFF

  @inlinable
  init(start: UInt32, end: UInt32, kind: WordKind, lexiconID: UInt32) {
    (self.start, self.end) = (start, end)
    (self.kind, self.lexiconID) = (kind, lexiconID)
  }

  /// Its bytes.
  @inlinable
  public var range: Range<Int> {
    Range(uncheckedBounds: (Int(start), Int(end)))
  }
}
