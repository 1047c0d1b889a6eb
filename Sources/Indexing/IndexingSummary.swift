public import FilePaths
import InvertedIndex
public import Transcripts

/// The summary of a run: what it read, changed, skipped and rejected.
public struct IndexingSummary: Sendable {
  /// A warning about a file.
  public struct Warning: Hashable, Sendable {
    /// The path of the file.
    public let path: FilePath
    package let warning: TranscriptWarning
  }

  /// A place whose episodes stay in the index because their files cannot be checked.
  public struct Kept: Hashable, Sendable {
    /// The path of the place.
    public let place: FilePath
    /// The number of its episodes.
    public let episodes: Int
    package let reason: ReadFolders.Doubt
  }

  /// An episode whose file was moved.
  public struct Move: Hashable, Sendable {
    /// The path before the run.
    public let from: FilePath
    /// The path after the run.
    public let to: FilePath
  }

  /// An episode with the same texts and times as another one.
  public struct Duplicate: Hashable, Sendable {
    /// The path of the episode.
    public let path: FilePath
    /// The path of the first episode, by path, with these cues.
    public let first: FilePath
  }

  /// The number of episodes that were added.
  public package(set) var added = 0
  /// The number of episodes that were replaced because their files changed.
  public package(set) var replaced = 0
  /// The number of episodes whose files and metadata are unchanged.
  public package(set) var unchanged = 0
  /// The changes to episodes whose metadata changed and whose files were not read again.
  public package(set) var updated: [EpisodeChange] = []
  /// The changes to episodes that were replaced or moved.
  public package(set) var changed: [EpisodeChange] = []
  /// The episodes whose files were moved.
  public package(set) var moved: [Move] = []
  /// The paths of the episodes that were removed because their files are gone.
  public package(set) var pruned: [FilePath] = []
  /// The paths of the episodes that were removed because another format of the same episode was indexed.
  public package(set) var replacedSiblings: [FilePath] = []
  /// The paths of indexed files that were skipped or rejected in this run; their episodes stay as they were.
  public package(set) var outdatedFiles: [FilePath] = []
  /// The episodes with the same texts and times as an earlier one, in the order of paths.
  ///
  /// It lists a pair if one of the two was read in this run; if duplicates are left out, it lists all.
  public package(set) var duplicates: [Duplicate] = []
  /// Whether the duplicates were left out of the index.
  public package(set) var leavesOutDuplicates = false
  /// The places whose episodes stay although pruning was requested.
  public package(set) var kept: [Kept] = []
  /// The number of episodes that were read.
  public package(set) var readEpisodes = 0
  /// The number of cues of the episodes that were read.
  public package(set) var readCues = 0
  /// The number of words of the episodes that were read.
  public package(set) var readWords = 0
  /// The size of the texts that were read, in bytes.
  public package(set) var readBytes = 0
  /// The number of cues that were merged because rolling captions repeat them.
  public package(set) var mergedCues = 0
  /// The number of lines that were left out because of their script; see `CueCleaning.script`.
  public package(set) var linesLeftOut = 0
  /// The paths of the episodes that have hardly any Han characters.
  public package(set) var hardlyHanEpisodes: [FilePath] = []
  /// The number of episodes in the index after the run.
  public package(set) var indexEpisodes = 0
  /// The number of cues in the index after the run.
  public package(set) var indexCues = 0
  /// The number of words in the index after the run.
  public package(set) var indexWords = 0
  /// The duration of the run in seconds, from the search for files to the durable commit.
  public package(set) var seconds = 0.0
  /// The files that are not transcripts, with the reasons.
  public package(set) var skipped: [RejectedFile] = []
  /// The paths of the files that no table of metadata and no feed mentions, although some were given.
  public package(set) var withoutMetadata: [FilePath] = []
  /// The paths of the files whose names do not match `IndexingOptions.namePattern`.
  public package(set) var unmatchedNames: [FilePath] = []
  /// The paths of the files that were skipped because another format of the same episode was indexed.
  public package(set) var siblings: [FilePath] = []
  /// The warnings about files.
  public package(set) var warnings: [Warning] = []
  /// The outcome for each file, in the order of paths; empty unless `IndexingOptions.reportsFiles` is set.
  public package(set) var files: [FileReport] = []
  /// The files that could not be read, with the reasons.
  public package(set) var rejected: [RejectedFile] = []

  package init() {}

  /// Counts what is in the index.
  mutating func count(_ index: IndexReader?) throws(IndexError) {
    guard let index else { return }
    indexEpisodes = index.episodeCount
    // Not by `episodes`, which would keep all records in memory.
    for episode in 0..<index.episodeCount {
      let record = try index.record(of: episode)
      indexCues += record.cueCount
      indexWords += record.wordCount
    }
  }

  /// The throughput in megabytes (10⁶ bytes) per second; 0 if nothing was read.
  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(readBytes) / 1e6 / seconds : 0
  }
}
