public import FilePaths
import InvertedIndex
public import Transcripts

/// What a run of indexing did.
public struct IndexingSummary: Sendable {
  /// A warning about a file.
  public struct Warning: Hashable, Sendable {
    public let path: FilePath
    public let warning: TranscriptWarning
  }

  /// A place where episodes stay in the index though their files cannot be seen.
  public struct Kept: Hashable, Sendable {
    public let place: FilePath
    public let reason: String
  }

  /// An episode whose file has another path now.
  public struct Move: Hashable, Sendable {
    public let from: FilePath
    public let to: FilePath
  }

  /// Episodes new to the index, and replaced since their files changed.
  public var added = 0
  public var replaced = 0
  /// Episodes whose files are as they were, and what is known of them, too.
  public var unchanged = 0
  /// Episodes that were not read again, and of which something else is known than before.
  public var updated: [EpisodeChange] = []
  /// The same of episodes that were read again: replaced or moved.
  public var reread: [EpisodeChange] = []
  public var moved: [Move] = []
  /// Paths of the episodes that left the index since their files are gone.
  public var pruned: [FilePath] = []
  /// Paths of the episodes that left since a file of the same name in another format stands for them.
  public var replacedSiblings: [FilePath] = []
  /// Where episodes stay though pruning was asked for and their files cannot be seen, and how many.
  public var kept: [(Kept, episodes: Int)] = []
  /// Cues, words and bytes of text of the episodes that were added or replaced.
  public var cues = 0
  public var words = 0
  public var bytes = 0
  /// All that is in the index afterwards.
  public var episodes = 0
  public var indexCues = 0
  public var indexWords = 0
  /// Seconds from finding the first file to the index being durable.
  public var seconds = 0.0
  /// Files that are no transcripts.
  public var skipped: [FilePath] = []
  /// Those of them that have a transcript's name, and why they are none.
  public var notClaimed: [RejectedFile] = []
  /// Files passed over since another format of the same episode was taken.
  public var siblings: [FilePath] = []
  public var warnings: [Warning] = []
  public var rejected: [RejectedFile] = []

  public init() {}

  /// Counts what is in the index.
  mutating func count(_ index: IndexReader?) throws(IndexError) {
    guard let index else { return }
    episodes = index.episodeCount
    // Not by `episodes`, which would keep all records in memory.
    for episode in 0..<index.episodeCount {
      let record = try index.record(of: episode)
      indexCues += record.cueCount
      indexWords += record.wordCount
    }
  }

  /// Megabytes (10⁶) of files a second; 0 if nothing was read.
  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
  }
}
