public import InvertedIndex
public import Transcripts

/// The text of an episode, cue by cue.
public struct EpisodeTranscript: Sendable {
  public struct Cue: Hashable, Sendable {
    /// The number of the cue in its episode, from 1.
    public var number: Int
    /// Milliseconds from the start of the recording, where known.
    public var start: Int?
    public var end: Int?
    /// Empty where unknown.
    public var speaker: String
    /// One line.
    public var text: String
    /// When words begin, by their offsets in the text, where the transcript has times of words.
    public var wordTimes: [WordTime]

    public init(
      number: Int, start: Int?, end: Int?, speaker: String, text: String,
      wordTimes: [WordTime] = []
    ) {
      (self.number, self.start, self.end) = (number, start, end)
      (self.speaker, self.text, self.wordTimes) = (speaker, text, wordTimes)
    }
  }

  /// What the episode is called.
  public let name: String
  public let record: EpisodeRecord
  /// In the order of the transcript.
  public let cues: [Cue]

  public init(name: String, record: EpisodeRecord, cues: [Cue]) {
    (self.name, self.record, self.cues) = (name, record, cues)
  }
}
