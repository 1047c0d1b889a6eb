/// How far a run of indexing is.
public struct IndexingProgress: Hashable, Sendable {
  /// Number of files that were read, or found unchanged.
  public let filesDone: Int
  /// Number of files that were found.
  public let files: Int
}
