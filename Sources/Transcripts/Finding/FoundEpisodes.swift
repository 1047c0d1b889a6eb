public import FilePaths

/// What a search through folders found.
public struct FoundEpisodes: Sendable {
  public var candidates: [EpisodeCandidate] = []
  /// Files whose names tell that they are no transcripts.
  public var skipped: [RejectedFile] = []
  /// What was named and is not there, and folders that cannot be read.
  public var rejected: [RejectedFile] = []
  /// Tables of metadata, `metadata.csv`.
  public var metadataTables: [FilePath] = []
  /// Files that tell of one episode each, `NAME.info.json`.
  public var infoFiles: Set<FilePath> = []
  /// The forms of dates that the names of all transcripts of a folder have, by folder.
  public var folderDates: [FilePath: FolderDates] = [:]
  /// The folders that were read, which tell what is gone below them.
  public var folders = ReadFolders()

  public init() {}

  func sorted() -> FoundEpisodes {
    var sorted = self
    sorted.candidates.sort { $0.files[0].path < $1.files[0].path }
    sorted.skipped.sort { $0.path < $1.path }
    sorted.metadataTables.sort()
    return sorted
  }
}

/// One episode's file, or its files in several formats.
public struct EpisodeCandidate: Hashable, Sendable {
  /// The preferred format first.
  public let files: [EpisodeFile]
  public let show: String

  public init(files: [EpisodeFile], show: String) { (self.files, self.show) = (files, show) }
}

/// A file that may be a transcript.
public struct EpisodeFile: Hashable, Sendable {
  /// What a container holds of a member that it has been opened for.
  public struct Content: Hashable, Sendable {
    /// The member's bytes; `nil` where they are not needed, as the index has them.
    public let bytes: [UInt8]?
    /// Size in bytes and modification time in nanoseconds of the container's file.
    public let size: Int
    public let modified: Int
    /// What the container says of the member.
    public let metadata: TranscriptMetadata
    /// Whether the bytes were put together from parts of a table, so that places in them lead nowhere.
    public let isMadeUp: Bool

    public init(
      bytes: [UInt8]?, size: Int, modified: Int, metadata: TranscriptMetadata = .init(),
      isMadeUp: Bool = false
    ) {
      (self.bytes, self.size, self.modified) = (bytes, size, modified)
      (self.metadata, self.isMadeUp) = (metadata, isMadeUp)
    }
  }

  /// Its identity: the absolute path, links resolved.
  public let path: FilePath
  /// The name under which it was found, which tells format, date and title; links keep theirs.
  public let name: FilePath
  /// Whether the user named the file, so that it must not be passed over in silence.
  public let isNamed: Bool
  /// The bytes, where it is no file on disk but a member of an archive or a table.
  public let content: Content?

  public init(path: FilePath, name: FilePath, isNamed: Bool, content: Content? = nil) {
    (self.path, self.name, self.isNamed, self.content) = (path, name, isNamed, content)
  }
}

/// A file that was not indexed, and the reason.
public struct RejectedFile: Sendable {
  /// The path of the file.
  public let path: FilePath
  /// A `TranscriptError`, or what those threw that read and analysed the file.
  package let cause: any Error

  /// Creates a report on a file that was not indexed.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - error: the reason.
  public init(path: FilePath, error: any Error) {
    (self.path, cause) = (path, error)
  }
}
