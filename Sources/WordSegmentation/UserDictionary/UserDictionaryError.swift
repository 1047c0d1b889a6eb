/// A bad line of a user dictionary.
public struct UserDictionaryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file, as it was given.
  public let file: String
  /// The number of the line, from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: String

  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var description: String { "\(file):\(line): \(reason)" }
}
