public import FilePaths
import InvertedIndex
public import Transcripts

/// What a run of indexing did.
public struct IndexingSummary: Sendable {
  /// A warning about a file.
  public struct Warning: Hashable, Sendable {
    public let path: FilePath
    package let warning: TranscriptWarning
  }

  /// A place where episodes stay in the index though their files cannot be seen.
  public struct Kept: Hashable, Sendable {
    public let place: FilePath
    package let reason: ReadFolders.Doubt
  }

  /// An episode whose file has another path now.
  public struct Move: Hashable, Sendable {
    public let from: FilePath
    public let to: FilePath
  }

  /// An episode whose cues, in text and times, are those of another one.
  public struct Duplicate: Hashable, Sendable {
    public let path: FilePath
    /// The first episode with these cues, by its path.
    public let first: FilePath
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
  /// Files that were skipped or rejected now and indexed before: what was indexed of them stays.
  public var outdated: [FilePath] = []
  /// Episodes whose cues are those of one with a lesser path, in order of paths, where one of them was read in
  /// this run; all there are if they were left out.
  public var duplicates: [Duplicate] = []
  /// Whether these are not in the index.
  public var leavesOutDuplicates = false
  /// Where episodes stay though pruning was asked for and their files cannot be seen, and how many.
  public var kept: [(Kept, episodes: Int)] = []
  /// How many episodes were read, with their cues, words and bytes of text.
  public var readEpisodes = 0
  public var cues = 0
  public var words = 0
  public var bytes = 0
  /// How many cues of them are gone because captions wrote them again, and lines because of their script.
  public var mergedCues = 0
  public var linesLeftOut = 0
  /// Paths of those that have hardly any Han, see `EpisodeRecord.hanShare`.
  public var foreign: [FilePath] = []
  /// All that is in the index afterwards.
  public var episodes = 0
  public var indexCues = 0
  public var indexWords = 0
  /// Seconds from finding the first file to the index being durable.
  public var seconds = 0.0
  /// Files that are no transcripts, and why.
  public var skipped: [RejectedFile] = []
  /// Files of which no table of metadata and no feed says anything, though there are some for them.
  public var withoutMetadata: [FilePath] = []
  /// Files whose names are not of the form of `IndexingOptions.namePattern`.
  public var otherNames: [FilePath] = []
  /// Files passed over since another format of the same episode was taken.
  public var siblings: [FilePath] = []
  public var warnings: [Warning] = []
  /// What became of each file, in order of paths, where `IndexingOptions.reportsFiles` asks for it.
  public var files: [FileReport] = []
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
