/// A request for a transcript, or for the part around a moment.
public struct TranscriptRequest: Sendable {
  /// The episode: a name as in `TranscriptIndex.episode(named:)`, a path, or `id:` and an `Episode.id`.
  public var episode: String
  /// The moment in milliseconds of the recording, from 0; `nil` (default) requests the whole transcript.
  public var moment: Int?
  /// The time before and after the moment, in milliseconds, 0 or more (default 30,000).
  public var around = 30_000
  /// Whether texts are converted to simplified characters (default `false`).
  public var isSimplified = false

  /// Creates a request for a whole transcript.
  ///
  /// - Parameter episode: the episode; see `episode`.
  public init(_ episode: String) { self.episode = episode }
}
