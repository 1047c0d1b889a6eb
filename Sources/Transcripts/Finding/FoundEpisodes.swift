public import FilePaths

/// What a search through folders found.
public struct FoundEpisodes: Sendable {
  public var candidates: [EpisodeCandidate] = []
  /// Files whose names tell that they are no transcripts.
  public var skipped: [RejectedFile] = []
  /// What was named and is not there, and folders that cannot be read.
  public var rejected: [RejectedFile] = []
  /// The folders that were read, which tell what is gone below them.
  public var folders = ReadFolders()

  func sorted() -> FoundEpisodes {
    var sorted = self
    sorted.candidates.sort { $0.files[0].path < $1.files[0].path }
    sorted.skipped.sort { $0.path < $1.path }
    return sorted
  }
}

/// One episode's file, or its files in several formats.
public struct EpisodeCandidate: Hashable, Sendable {
  /// The preferred format first.
  public let files: [EpisodeFile]
  public let show: String
}

/// A file that may be a transcript.
public struct EpisodeFile: Hashable, Sendable {
  /// Its identity: the absolute path, links resolved.
  public let path: FilePath
  /// The name under which it was found, which tells format, date and title; links keep theirs.
  public let name: FilePath
  /// Whether the user named the file, so that it must not be passed over in silence.
  public let isNamed: Bool
}

/// A file that should have been read and could not be, and why.
public struct RejectedFile: Sendable {
  public let path: FilePath
  /// A `TranscriptError`, or what those threw that read and analysed the file.
  public let error: any Error

  public init(path: FilePath, error: any Error) {
    (self.path, self.error) = (path, error)
  }
}
