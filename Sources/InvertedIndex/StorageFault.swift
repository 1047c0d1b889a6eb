/// A broken place of an index.
public struct StorageFault: Hashable, Sendable {
  /// What is wrong, and where.
  public let error: IndexError
  /// The paths of the episodes of which something is lost; empty where all of the file's may be.
  public let episodes: [String]

  public init(_ error: IndexError, episodes: [String] = []) {
    (self.error, self.episodes) = (error, episodes)
  }
}
