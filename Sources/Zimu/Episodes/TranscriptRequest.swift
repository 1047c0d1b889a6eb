/// Which transcript to show, and which part of it.
public struct TranscriptRequest: Sendable {
  /// A name as `TranscriptIndex.names` has it or a part of one, a path, or `id:` and an `EpisodeID`.
  public var episode: String
  /// A moment in milliseconds, of which only the cues around are wanted.
  public var moment: Int?
  /// How far before and after the moment, in milliseconds.
  public var around = 30_000
  /// Whether texts are converted to simplified characters, as `LineNormalizer.Form.simplified` is.
  public var simplified = false

  public init(_ episode: String) { self.episode = episode }
}
