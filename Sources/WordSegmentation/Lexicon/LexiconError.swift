/// ICU's dictionary or rules cannot be compiled, or not so that answers are ICU's.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is not as expected.
  public let reason: String

  public init(reason: String) {
    self.reason = reason
  }

  public var description: String {
    "ICU's dictionary cannot be compiled, so ICU itself segments, more slowly: \(reason)"
  }
}
