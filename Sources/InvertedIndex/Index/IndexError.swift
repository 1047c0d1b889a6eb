/// Why an index cannot be read or written.
public struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: Hashable, Sendable {
    /// There is no index at the path.
    case missing
    /// The file is of a version this program does not read.
    case unsupportedVersion
    /// The file's bytes are not what was written.
    case corrupt
    /// The system refused to read or write.
    case system
    /// Another process is writing the index.
    case locked
    /// The index was made with other settings than the run asks for.
    case settingsDiffer
    /// A number does not fit the format.
    case tooLarge
  }

  public let code: Code
  /// What happened, where, and what to do.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }

  /// The same damage with the file in which it is.
  func inFile(_ path: String) -> IndexError {
    guard code == .corrupt, !message.hasPrefix(path) else { return self }
    return IndexError(
      .corrupt, "\(path) is damaged: \(message); remove the index and index the transcripts again")
  }
}
