/// Why a file cannot be read, and where.
public struct TranscriptError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do about it.
  public let message: String
  /// The line, from 1, where one is to blame.
  public let line: Int?

  public init(_ message: String, line: Int? = nil) {
    self.message = message
    self.line = line
  }

  public var description: String {
    line.map { "line \($0): \(message)" } ?? message
  }
}
