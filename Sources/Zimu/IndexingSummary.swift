public import Transcripts

/// What a run of indexing did.
public struct IndexingSummary: Sendable {
  /// A warning about a file.
  public struct Warning: Hashable, Sendable {
    public let path: String
    public let warning: TranscriptWarning
  }

  /// Episodes new to the index, replaced since their files changed, and as they were.
  public var added = 0
  public var replaced = 0
  public var unchanged = 0
  /// Episodes that left the index since their files are gone.
  public var pruned = 0
  /// Cues, words and bytes of text of the episodes that were added or replaced.
  public var cues = 0
  public var words = 0
  public var bytes = 0
  /// All episodes in the index afterwards.
  public var episodes = 0
  /// Seconds from finding the first file to the index being durable.
  public var seconds = 0.0
  /// Files that are no transcripts.
  public var skipped: [String] = []
  /// Files passed over since another format of the same episode was taken.
  public var siblings: [String] = []
  public var warnings: [Warning] = []
  public var rejected: [RejectedFile] = []

  public init() {}

  /// Megabytes (10⁶) of files a second; 0 if nothing was read.
  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
  }
}
