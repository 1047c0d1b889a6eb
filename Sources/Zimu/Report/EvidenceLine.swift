/// A line in which a term stands.
public struct EvidenceLine: Hashable, Sendable {
  public let episode: String
  public let show: String
  /// ISO, as precise as known, or empty.
  public let date: String
  /// Milliseconds from the start of the recording, where known.
  public let start: Int?
  public let end: Int?
  /// Empty where unknown.
  public let speaker: String
  /// The cue in its original spelling; where the term goes on in the next one, the one that it begins in. Of a
  /// long cue what stands around the term, with `…` for the rest.
  public let text: String
  /// Where the term stands in `text`, in UTF-8 bytes.
  public let match: Range<Int>
  /// When the word begins in which the term does, where the transcript has times of words.
  public let matchStart: Int?
  /// A link to the moment; empty where the episode has none.
  public let url: String
}
