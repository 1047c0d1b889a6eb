/// A line in which a term occurs.
public struct EvidenceLine: Hashable, Sendable {
  /// The cue in which the occurrence begins. Of a long cue, its text is what stands around the term, with `…` for the
  /// rest.
  public let cue: CitedCue
  /// Where the term stands in the cue's text, in UTF-8 bytes.
  public let match: Range<Int>
  /// When the word begins in which the term does, in milliseconds, where the transcript has times of words.
  public let matchStart: Int?
}
