/// One line or subtitle of a transcript.
public struct Cue: Hashable, Sendable {
  /// Where the words stand, as UTF-8 byte offsets into the transcript's text.
  public var text: Range<Int>
  /// Start in milliseconds from the start of the recording, where known.
  public var start: Int32?
  /// End in milliseconds, where known; never before `start`.
  public var end: Int32?
  /// Index into the transcript's speakers, where known.
  public var speaker: Int?

  public init(text: Range<Int>, start: Int32?, end: Int32?, speaker: Int?) {
    (self.text, self.start, self.end, self.speaker) = (text, start, end, speaker)
  }
}
