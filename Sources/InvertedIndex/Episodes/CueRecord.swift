/// A cue in the index: its text, time, speaker and words.
public struct CueRecord: Hashable, Sendable {
  /// UTF-8 byte offsets into the episode's text.
  public var text: Range<Int>
  /// Milliseconds from the start of the recording, where known.
  public var start: Int?
  public var end: Int?
  /// Index into the episode's speakers, where known.
  public var speaker: Int?
  /// Positions of the cue's words in the episode's word stream.
  public var words: Range<Int>

  public init(text: Range<Int>, start: Int?, end: Int?, speaker: Int?, words: Range<Int>) {
    self.text = text
    self.start = start
    self.end = end
    self.speaker = speaker
    self.words = words
  }

  /// The cue with another speaker.
  func spoken(by speaker: Int) -> CueRecord {
    var cue = self
    cue.speaker = speaker
    return cue
  }
}
