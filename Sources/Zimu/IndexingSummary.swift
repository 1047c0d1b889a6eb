import InvertedIndex
public import Transcripts

/// What a run of indexing did.
public struct IndexingSummary: Sendable {
  /// A warning about a file.
  public struct Warning: Hashable, Sendable {
    public let path: String
    public let warning: TranscriptWarning
  }

  /// A place where episodes stay in the index though their files cannot be seen.
  public struct Kept: Hashable, Sendable {
    public let place: String
    public let reason: String
  }

  /// An episode whose file has another path now.
  public struct Move: Hashable, Sendable {
    public let from: String
    public let to: String
  }

  /// Episodes new to the index, replaced since their files changed, and whose files are as they were.
  public var added = 0
  public var replaced = 0
  public var unchanged = 0
  /// Of the unchanged ones, those with another show or link than before.
  public var changedShows = 0
  public var changedLinks = 0
  public var moved: [Move] = []
  /// Paths of the episodes that left the index since their files are gone.
  public var pruned: [String] = []
  /// Paths of the episodes that left since a file of the same name in another format stands for them.
  public var replacedSiblings: [String] = []
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
  public var skipped: [String] = []
  /// Those of them that have a transcript's name, and why they are none.
  public var notClaimed: [RejectedFile] = []
  /// Files passed over since another format of the same episode was taken.
  public var siblings: [String] = []
  public var warnings: [Warning] = []
  public var rejected: [RejectedFile] = []

  public init() {}

  mutating func noteUpdate(of old: EpisodeRecord, to new: EpisodeRecord) {
    if old.show != new.show { changedShows += 1 }
    if old.url != new.url { changedLinks += 1 }
  }

  /// Counts what is in the index.
  mutating func count(_ records: [EpisodeRecord]) {
    episodes = records.count
    indexCues = records.reduce(0) { $0 + $1.cueCount }
    indexWords = records.reduce(0) { $0 + $1.wordCount }
  }

  /// Megabytes (10⁶) of files a second; 0 if nothing was read.
  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
  }
}
