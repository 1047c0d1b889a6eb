/// One of several things that a cell leads to: a line of text, and an object in JSON.
public struct TableEntry: Hashable, Sendable {
  public let line: String
  /// The names and values of the object, in order.
  public let names: [String]
  public let values: [Table.Cell]

  /// - Precondition: there are as many values as names.
  public init(_ line: String, names: [String], values: [Table.Cell]) {
    precondition(names.count == values.count)
    (self.line, self.names, self.values) = (line, names, values)
  }
}
