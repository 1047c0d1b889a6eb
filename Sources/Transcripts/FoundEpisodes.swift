/// What a search through folders found.
public struct FoundEpisodes: Sendable {
  public var candidates: [EpisodeCandidate] = []
  /// Files that no reader claims by name.
  public var skipped: [String] = []
  /// What was named and is not there, and folders that cannot be read.
  public var rejected: [RejectedFile] = []

  func sorted() -> FoundEpisodes {
    var sorted = self
    sorted.candidates.sort { $0.files[0] < $1.files[0] }
    sorted.skipped.sort()
    return sorted
  }
}

/// One episode's file, or its files in several formats.
public struct EpisodeCandidate: Hashable, Sendable {
  /// Absolute paths with links resolved, the preferred format first.
  public let files: [String]
  public let show: String
  /// Whether the user named the file, so that it must not be passed over in silence.
  public let isNamed: Bool
}

/// A file that should have been read and could not be, and why.
public struct RejectedFile: Hashable, Sendable {
  public let path: String
  public let reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
