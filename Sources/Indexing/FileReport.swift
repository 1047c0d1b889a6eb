public import FilePaths

/// What became of one file in a run of indexing.
public struct FileReport: Sendable {
  public enum Outcome: String, Sendable {
    /// New in the index, or in place of what was indexed of it before.
    case added, replaced
    /// The index had it as it is.
    case unchanged
    /// Another format of the same episode was taken.
    case sibling
    /// It is no transcript.
    case skipped
    /// It could not be read.
    case rejected
  }

  public let path: FilePath
  public let outcome: Outcome
  /// The name of the format that it was read as, and the charset; empty where it was not read.
  public var format = ""
  public var encoding = ""
  /// Of the episode, where there is one.
  public var cues: Int?
  public var words: Int?
  public var warnings = 0
  /// Why it was skipped or rejected.
  package var cause: (any Error)?

  init(_ path: FilePath, _ outcome: Outcome) { (self.path, self.outcome) = (path, outcome) }
}
