/// Damage inside a readable file: what it is and where.
public struct TranscriptWarning: Hashable, Sendable {
  /// Offset in bytes of the file, from 0, where it is known.
  public let byteOffset: Int?
  /// Line of the file, from 1, where there is one to name.
  public let line: Int?
  public let message: String

  public init(byteOffset: Int? = nil, line: Int? = nil, message: String) {
    self.byteOffset = byteOffset
    self.line = line
    self.message = message
  }
}
