extension Query {
  /// Parses a query.
  ///
  /// - Parameter fold: gives the search form of a field's value.
  /// - Throws: `QueryError` with the place that is wrong; what `fold` throws.
  public init(parsing text: String, fold: @escaping (String) throws -> String) throws {
    var parser = try QueryParser(text, takesText: true, fold: fold)
    self = try parser.parse()
  }
}

extension FieldFilter {
  /// Parses a filter: fields, `AND`, `OR`, `NOT`, `-` and parentheses.
  ///
  /// - Parameter fold: gives the search form of a value.
  /// - Throws: `QueryError` with the place that is wrong; what `fold` throws.
  public init(parsing text: String, fold: @escaping (String) throws -> String) throws {
    var parser = try QueryParser(text, takesText: false, fold: fold)
    guard case .fields(let filter) = try parser.parse() else {
      throw QueryError(code: .expectedField(oneOf: []), query: text, position: 0)
    }
    self = filter
  }
}
