/// The progress of a run.
public struct IndexingProgress: Hashable, Sendable {
  /// The number of files that were read or found unchanged.
  public let filesDone: Int
  /// The number of files that were found.
  public let files: Int
}
