public import FilePaths
public import Transcripts
import UserInput
public import WordSegmentation

/// The options of a run: what to index, where, and how.
public struct IndexingOptions: Sendable {
  /// The files and folders to index. Folders are searched recursively.
  public var paths: [FilePath]
  /// The folder of the index.
  public var indexPath: String
  /// The show of all episodes; `nil` (default) takes the name of the first folder below each path.
  public var show: String?
  /// The patterns of file names, such as `*.srt` (default none, which takes all files). A file is taken if it matches
  /// one of them.
  public var globs: [String] = []
  /// Whether every file is an episode, even if only the extension differs (default `false`).
  ///
  /// This setting belongs to the index: later runs use it, and setting it for an index without it is refused.
  public var takesAllFiles = false
  /// The name of the encoding of all files, such as `GB18030`, as ICU knows it; `nil` (default) detects it for each
  /// file.
  public var encoding: String?
  /// The name of the format of all files, one of `formatNames`; `nil` (default) detects it for each file.
  public var format: String?
  /// The cleaning of cues (default: repeats of captions are merged). Files that were cleaned differently are
  /// read again.
  public var cleaning = CueCleaning()
  /// The column that names the episode in tables with many episodes.
  ///
  /// `nil` (default) takes known column names; `none` makes each table one episode.
  public var episodeColumn: String?
  /// The segmentation engine; `nil` (default) takes that of the index, or the compiled engine for a new
  /// index.
  public var engine: SegmentationEngine?
  /// The user dictionary; `nil` (default) takes that of the index, or none for a new index.
  public var dictionary: UserDictionary?
  /// The template of links to episodes; `nil` (default) keeps the links of other sources.
  ///
  /// `{seconds}` stands for the moment, `{name}` for the file name without extension, percent-encoded.
  public var urlTemplate: String?
  /// The pattern of file and folder names; `nil` (default), and names that do not match, are read by built-in
  /// rules.
  public var namePattern: NamePattern?
  /// The tables of metadata, with one row per episode, besides those found beside the files (default none).
  public var metadataTables: [FilePath] = []
  /// The RSS feeds with metadata of the episodes (default none).
  public var feeds: [FilePath] = []
  /// Whether to update only the metadata of indexed episodes at and below the paths, without reading
  /// transcripts (default `false`).
  public var updatesMetadata = false
  /// Whether the summary lists the outcome for each file (default `false`).
  public var reportsFiles = false
  /// Whether to read files again although their size and modification time are unchanged (default `false`).
  public var checksContent = false
  /// Whether to remove episodes whose files no longer exist, in the given folders or at the given paths
  /// (default `false`).
  public var prunes = false
  /// Whether to index only the first episode, by path, of those with the same texts and times (default
  /// `false`).
  public var leavesOutDuplicates = false
  /// Whether to rebuild an index with other settings from the texts that it holds (default `false`).
  public var rebuilds = false
  /// The approximate memory for data that is not yet written, in bytes (default 256 MiB, range
  /// `memoryRange`).
  public var memory = 256 << 20
  /// The number of files that are analysed at the same time (range `jobsRange`); `nil` (default) uses every
  /// core.
  public var jobs: Int?

  /// Creates options with the defaults.
  ///
  /// - Parameters:
  ///   - paths: the files and folders to index.
  ///   - indexPath: the folder of the index.
  public init(paths: [String], indexPath: String) {
    self.paths = paths.map { FilePath($0) }
    self.indexPath = indexPath
  }
}

extension IndexingOptions {
  /// The range of `memory`: from 1 MiB to 16 TiB, in bytes.
  public static let memoryRange = 1 << 20...1 << 44
  /// The names of the formats that `format` takes, such as `srt`.
  public static var formatNames: [String] { TranscriptFormat.all.map(\.name) }
  /// The range of `jobs`: from 1 to 1,024.
  public static let jobsRange = 1...1_024

  func check() throws(InputError) {
    try InputError.check(memory, "memory", in: Self.memoryRange)
    if let jobs { try InputError.check(jobs, "jobs", in: Self.jobsRange) }
  }
}
