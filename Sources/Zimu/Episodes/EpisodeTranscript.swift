/// The text of an episode, cue by cue.
public struct EpisodeTranscript: Sendable {
  /// A stretch of text with its times and its speaker.
  public struct Cue: Hashable, Sendable {
    /// The number of the cue in its episode, from 1.
    public let number: Int
    /// When the cue begins, in milliseconds from the start of the recording, where known.
    public let start: Int?
    /// When the cue ends, in milliseconds from the start of the recording, where known.
    public let end: Int?
    /// Empty where unknown.
    public let speaker: String
    /// One line, in its original spelling unless the request asks for simplified characters.
    public let text: String
    /// When words begin, in the order of the text, where the transcript has times of words.
    public let wordTimes: [WordTime]

    init(
      number: Int, start: Int?, end: Int?, speaker: String, text: String,
      wordTimes: [WordTime] = []
    ) {
      (self.number, self.start, self.end) = (number, start, end)
      (self.speaker, self.text, self.wordTimes) = (speaker, text, wordTimes)
    }
  }

  /// When a word of a cue begins.
  public struct WordTime: Hashable, Sendable {
    /// Where the word begins in the text of the cue, in UTF-8 bytes.
    public let offset: Int
    /// In milliseconds from the start of the recording.
    public let start: Int
  }

  public let episode: Episode
  /// In the order of the transcript.
  public let cues: [Cue]

  init(episode: Episode, cues: [Cue]) {
    (self.episode, self.cues) = (episode, cues)
  }
}
