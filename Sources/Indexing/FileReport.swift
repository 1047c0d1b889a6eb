public import FilePaths

/// The outcome for one file of a run.
public struct FileReport: Sendable {
  /// The outcome for a file.
  public enum Outcome: String, Sendable {
    /// The file is new in the index.
    case added
    /// The file replaces what was indexed of it before.
    case replaced
    /// The index already has the file as it is.
    case unchanged
    /// Another format of the same episode was indexed.
    case sibling
    /// The file is not a transcript.
    case skipped
    /// The file could not be read.
    case rejected
  }

  /// The path of the file.
  public let path: FilePath
  /// The outcome for the file.
  public let outcome: Outcome
  /// The name of the format that the file was read as; empty if it was not read.
  public var format = ""
  /// The name of the encoding that the file was read in; empty if it was not read.
  public var encoding = ""
  /// The number of cues of the episode; `nil` if there is none.
  public var cues: Int?
  /// The number of words of the episode; `nil` if there is none.
  public var words: Int?
  /// The number of warnings about the file.
  public var warnings = 0
  /// Why it was skipped or rejected.
  package var cause: (any Error)?

  init(_ path: FilePath, _ outcome: Outcome) { (self.path, self.outcome) = (path, outcome) }
}
