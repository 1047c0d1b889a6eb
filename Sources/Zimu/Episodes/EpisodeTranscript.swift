/// The transcript of an episode, cue by cue.
public struct EpisodeTranscript: Sendable {
  /// A cue: a line or subtitle with its times and its speaker.
  public struct Cue: Hashable, Sendable {
    /// The number of the cue in its episode, from 1.
    public let number: Int
    /// The start of the cue, in milliseconds of the recording; `nil` if unknown.
    public let start: Int?
    /// The end of the cue, in milliseconds of the recording; `nil` if unknown.
    public let end: Int?
    /// The speaker; empty if unknown.
    public let speaker: String
    /// The text on one line, in its original spelling, or in simplified characters if requested.
    public let text: String
    /// The start times of words, in the order of the text; empty if the transcript has no word times.
    public let wordTimes: [WordTime]

    init(
      number: Int, start: Int?, end: Int?, speaker: String, text: String,
      wordTimes: [WordTime] = []
    ) {
      (self.number, self.start, self.end) = (number, start, end)
      (self.speaker, self.text, self.wordTimes) = (speaker, text, wordTimes)
    }
  }

  /// The start time of a word.
  public struct WordTime: Hashable, Sendable {
    /// The offset of the word in the cue's text, in UTF-8 bytes.
    public let offset: Int
    /// The start of the word, in milliseconds of the recording.
    public let start: Int
  }

  /// The episode.
  public let episode: Episode
  /// The cues, in the order of the transcript.
  public let cues: [Cue]

  init(episode: Episode, cues: [Cue]) {
    (self.episode, self.cues) = (episode, cues)
  }
}
