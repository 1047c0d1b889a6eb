import InvertedIndex

/// A cue with the episode that it belongs to: what was said, by whom and when.
public struct CitedCue: Hashable, Sendable {
  /// The name of the episode, see `Episode.name`.
  public let episode: String
  /// Empty where unknown.
  public let show: String
  /// ISO, as precise as known; empty where unknown.
  public let date: String
  /// When the cue begins, in milliseconds from the start of the recording, where known.
  public let start: Int?
  /// When the cue ends, in milliseconds from the start of the recording, where known.
  public let end: Int?
  /// Empty where unknown.
  public let speaker: String
  /// The text in its original spelling.
  public let text: String
  /// A link to the moment; empty where the episode has none.
  public let url: String

  /// - Parameters:
  ///   - text: what is shown of the cue.
  ///   - matchStart: when the word begins that is cited, where that is known.
  init(
    _ cue: CueRecord, of record: EpisodeRecord, named name: String, text: String, matchStart: Int?
  ) {
    (episode, show, date) = (name, record.show, record.date)
    (start, end) = (cue.start, cue.end)
    speaker = cue.speaker.map { record.speakers[$0] } ?? ""
    self.text = text
    url = record.link(toSecond: (matchStart ?? cue.start ?? 0) / 1000)
  }
}
