/// A broken place of an index.
public struct IndexFault: Hashable, Sendable {
  /// The file.
  public let path: String
  /// What is wrong, and where in the file.
  public let message: String
  /// The paths of the episodes of which something is lost; empty where all of the file's may be.
  public let episodes: [String]

  public init(path: String, message: String, episodes: [String] = []) {
    (self.path, self.message, self.episodes) = (path, message, episodes)
  }
}
