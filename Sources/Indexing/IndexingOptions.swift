public import FilePaths
public import Transcripts
import UserInput
public import WordSegmentation

/// What to index, and where to.
public struct IndexingOptions: Sendable {
  /// Files and folders; folders are searched recursively.
  public var paths: [FilePath]
  /// The folder of the index.
  public var indexPath: String
  /// The show of all episodes; `nil` takes the first folder below each path.
  public var show: String?
  /// Only files that match one of these patterns; none takes all.
  public var globs: [String] = []
  /// Whether every file is an episode of its own, siblings of one stem too.
  /// Belongs to the index: later runs take it from there, and an index made without it is refused.
  public var takesAllFiles = false
  /// The charset of all files; `nil` finds out for each.
  public var encoding: String?
  /// The name of the format that all files are read as; `nil` finds out for each.
  public var format: String?
  /// What is done to cues that are not what was said. Files that were read otherwise are read again.
  public var cleaning = CueCleaning()
  /// The column of tables that names the episode; `nil` goes by known names, `none` makes each table an episode.
  public var episodeColumn: String?
  /// What cuts words; `nil` is what the index was made with, or the compiled engine.
  public var engine: SegmentationEngine?
  /// The words of a user; `nil` are those that the index was made with, or none.
  public var dictionary: UserDictionary?
  /// A link to each episode with `{seconds}` for the moment and `{name}` for the file's name less its
  /// extension, percent-encoded; `nil` leaves the links that there are.
  public var urlTemplate: String?
  /// The form of the files' names, and of the folders above them; where one has another form, or `nil`, `EpisodeName`
  /// tells.
  public var namePattern: NamePattern?
  /// Tables with a row for each episode, see `MetadataTable`, besides those that are found beside the files.
  public var metadataTables: [FilePath] = []
  /// RSS feeds that tell of the episodes.
  public var feeds: [FilePath] = []
  /// Whether no transcript is read, and only what is said of indexed episodes at and below the paths is brought up to
  /// date.
  public var updatesMetadata = false
  /// Whether the summary tells what became of each file.
  public var reportsFiles = false
  /// Whether files are read again though their size and time are those indexed.
  public var checksContent = false
  /// Whether episodes leave the index whose files are gone from the folders given, or are named and gone.
  public var prunes = false
  /// Whether of episodes with the same cues, in text and times, only the first one by its path stays in the
  /// index.
  public var leavesOutDuplicates = false
  /// Whether an index that was made otherwise is made anew, from the texts that it holds.
  public var rebuilds = false
  /// About how many bytes are held in memory before they are written.
  public var memory = 256 << 20
  /// How many files are analysed at a time; `nil` uses every core.
  public var jobs: Int?

  public init(paths: [String], indexPath: String) {
    self.paths = paths.map { FilePath($0) }
    self.indexPath = indexPath
  }
}

extension IndexingOptions {
  /// The memory that a run may be given, in bytes: 1 MiB to 16 TiB.
  public static let memoryRange = 1 << 20...1 << 44
  /// How many files may be analysed at a time.
  public static let jobsRange = 1...1_024

  func check() throws(InputError) {
    try InputError.check(memory, "memory", in: Self.memoryRange)
    if let jobs { try InputError.check(jobs, "jobs", in: Self.jobsRange) }
  }
}
