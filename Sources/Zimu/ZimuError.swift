/// A request that cannot be carried out, and what to do instead.
public struct ZimuError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String

  public init(_ message: String) {
    self.message = message
  }

  public var description: String { message }
}
