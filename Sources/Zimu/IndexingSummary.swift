public import FilePaths
public import Transcripts

/// What a run of indexing did.
public struct IndexingSummary: Sendable {
  /// A warning about a file.
  public struct Warning: Hashable, Sendable {
    public let path: FilePath
    public let warning: TranscriptWarning
  }

  /// What may change of an episode though its file did not.
  public enum Change: String, CaseIterable, Sendable {
    case show, link
  }

  /// An episode that left the index.
  public struct Dropped: Hashable, Sendable {
    /// Why.
    public enum Reason: Hashable, Sendable {
      /// Its file is gone.
      case gone
      /// Its content lies at another path now.
      case moved(to: FilePath)
      /// Another format of the same episode was taken instead.
      case replaced(by: FilePath)
    }

    public let path: FilePath
    public let reason: Reason
  }

  /// A file with the content of another episode.
  public struct Duplicate: Hashable, Sendable {
    public let path: FilePath
    public let original: FilePath
    /// Whether it is in the index all the same.
    public let isIndexed: Bool
  }

  /// Episodes new to the index, replaced since their files changed, and as they were.
  public var added = 0
  public var replaced = 0
  public var unchanged = 0
  /// Episodes whose files did not change, but something else that is known of them.
  public var updated = 0
  /// How many of these changed in what.
  public var changes: [Change: Int] = [:]
  /// Episodes whose words were made anew from the texts in the index.
  public var rebuilt = 0
  /// Episodes that left the index, in order of their paths.
  public var dropped: [Dropped] = []
  /// Episodes that were to leave the index if their files are gone, and stayed since nobody can tell; with
  /// the reason.
  public var kept: [RejectedFile] = []
  /// Files of this run with the content of other episodes.
  public var duplicates: [Duplicate] = []
  /// Cues, words and bytes of text of the episodes that were added or replaced.
  public var cues = 0
  public var words = 0
  public var bytes = 0
  /// What the index holds afterwards.
  public var total = Total()
  /// Seconds from finding the first file to the index being durable.
  public var seconds = 0.0
  /// Files that are no transcripts by their names.
  public var skipped: [FilePath] = []
  /// Files with names of transcripts whose content is none, and why.
  public var notClaimed: [RejectedFile] = []
  /// Files passed over since another format of the same episode was taken.
  public var siblings: [FilePath] = []
  public var warnings: [Warning] = []
  public var rejected: [RejectedFile] = []

  /// Sums over all episodes of an index.
  public struct Total: Hashable, Sendable {
    public var episodes = 0
    public var cues = 0
    public var words = 0
  }

  public init() {}

  /// Megabytes (10⁶) of files a second; 0 if nothing was read.
  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
  }

  /// How many episodes left the index for a reason of one kind.
  public func count(_ isOfKind: (Dropped.Reason) -> Bool) -> Int {
    dropped.count { isOfKind($0.reason) }
  }
}
