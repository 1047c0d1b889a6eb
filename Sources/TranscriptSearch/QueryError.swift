/// What is wrong with a query, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public let query: String
  /// Offset of the place in the query, in characters.
  public let position: Int

  public var description: String { message }
}
