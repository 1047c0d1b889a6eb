public import FilePaths
import InvertedIndex

/// A cue with its episode: what was said, by whom and when.
public struct CitedCue: Hashable, Sendable {
  /// The name of the episode; see `Episode.name`.
  public let episodeName: String
  /// The path of the episode; see `Episode.path`.
  public let episodePath: FilePath
  /// The show of the episode; empty if unknown.
  public let show: String
  /// The date of the episode in ISO form, as precise as known; empty if unknown.
  public let date: String
  /// The number of the cue in its episode, from 1, as in `EpisodeTranscript.Cue.number`.
  public let number: Int
  /// The start of the cue, in milliseconds of the recording; `nil` if unknown.
  public let start: Int?
  /// The end of the cue, in milliseconds of the recording; `nil` if unknown.
  public let end: Int?
  /// The speaker; empty if unknown.
  public let speaker: String
  /// The text in its original spelling.
  public let text: String
  /// A link to the moment; empty if the episode has no link.
  public let url: String

  /// The ID of the episode; see `Episode.id`.
  public var episodeID: String { EpisodeID(episodePath).description }

  /// - Parameters:
  ///   - index: of the cue in its episode, from 0.
  ///   - text: what is shown of the cue.
  ///   - matchStart: when the word begins that is cited, where that is known.
  init(
    _ cue: CueRecord, at index: Int, of record: EpisodeRecord, named name: String, text: String,
    matchStart: Int?
  ) {
    (episodeName, episodePath) = (name, record.path)
    (show, date) = (record.show, record.date)
    number = index + 1
    (start, end) = (cue.start, cue.end)
    speaker = cue.speaker.map { record.speakers[$0] } ?? ""
    self.text = text
    url = record.link(toSecond: (matchStart ?? cue.start ?? 0) / 1000)
  }
}
