/// A line of evidence: a cue in which a term occurs.
public struct EvidenceLine: Hashable, Sendable {
  /// The cue in which the occurrence begins. Of a long cue, only the text around the term is given, with `…`
  /// for the rest.
  public let cue: CitedCue
  /// The range of the occurrence in the cue's text, in UTF-8 bytes.
  public let match: Range<Int>
  /// The start of the word in which the occurrence begins, in milliseconds of the recording.
  ///
  /// It is `nil` if the transcript has no word times.
  public let matchStart: Int?
}
