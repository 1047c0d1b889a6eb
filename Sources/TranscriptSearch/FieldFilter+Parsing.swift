extension FieldFilter {
  /// Parses a filter: fields, `AND`, `OR`, `NOT`, `-` and parentheses.
  ///
  /// NOT binds tighter than AND, AND tighter than OR; side by side is AND.
  ///
  /// - Parameter fold: gives the search form of a value.
  /// - Throws: `QueryError` with the place that is wrong.
  public init(
    parsing text: String, fold: (String) -> String
  ) throws(QueryError) {
    var scanner = QueryScanner(text, fields: Set(Field.allCases.map(\.rawValue)))
    let places = try scanner.scan()
    var parser = FieldFilterParser(places: places, scanner: scanner, length: text.count)
    self = try parser.parse().mapValues(fold)
  }

  /// Folds the values of text fields.
  private func mapValues(_ fold: (String) -> String) -> FieldFilter {
    switch self {
    case .field(let field, let value): .field(field, field == .date ? value : fold(value))
    case .and(let first, let second): .and(first.mapValues(fold), second.mapValues(fold))
    case .or(let first, let second): .or(first.mapValues(fold), second.mapValues(fold))
    case .not(let filter): .not(filter.mapValues(fold))
    }
  }
}

private struct FieldFilterParser {
  /// Deeper nesting than this is an error, not a crash.
  private static let deepest = 200

  let places: [QueryScanner.Place]
  let scanner: QueryScanner
  let length: Int
  var index = 0
  var depth = 0

  init(places: [QueryScanner.Place], scanner: QueryScanner, length: Int) {
    self.places = places
    self.scanner = scanner
    self.length = length
  }

  private var token: QueryScanner.Token? { index < places.count ? places[index].token : nil }

  private var position: Int { index < places.count ? places[index].position : length }

  mutating func parse() throws(QueryError) -> FieldFilter {
    let filter = try alternatives()
    guard index == places.count else { throw scanner.error("unexpected here", at: position) }
    return filter
  }

  private mutating func alternatives() throws(QueryError) -> FieldFilter {
    var filter = try conjunction()
    while token == .or {
      index += 1
      filter = .or(filter, try conjunction())
    }
    return filter
  }

  private mutating func conjunction() throws(QueryError) -> FieldFilter {
    var filter = try negation()
    while let token, token != .or, token != .close {
      if token == .and { index += 1 }
      filter = .and(filter, try negation())
    }
    return filter
  }

  private mutating func negation() throws(QueryError) -> FieldFilter {
    var isNegated = false
    while token == .not || token == .minus {
      isNegated.toggle()
      index += 1
    }
    let filter = try primary()
    return isNegated ? .not(filter) : filter
  }

  private mutating func primary() throws(QueryError) -> FieldFilter {
    switch token {
    case .open: return try parenthesised()
    case .field(let name): return try field(name)
    default:
      let names = FieldFilter.Field.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
      throw scanner.error("expected a field, one of \(names)", at: position)
    }
  }

  private mutating func parenthesised() throws(QueryError) -> FieldFilter {
    let start = position
    depth += 1
    guard depth < Self.deepest else { throw scanner.error("nested too deeply", at: start) }
    index += 1
    let filter = try alternatives()
    guard token == .close else {
      throw scanner.error("this parenthesis is never closed", at: start)
    }
    index += 1
    depth -= 1
    return filter
  }

  private mutating func field(_ name: String) throws(QueryError) -> FieldFilter {
    let start = position
    index += 1
    let value: String
    switch token {
    case .word(let text), .quoted(let text): value = text
    default: throw scanner.error("\(name): needs a value", at: start)
    }
    let field = FieldFilter.Field(rawValue: name)!
    if field == .date, !value.isEmpty, !DateRange(value).isValid {
      throw scanner.error(
        "a date is 2024, 2024-11, 2024-11-30 or a range of these with ..", at: position)
    }
    index += 1
    return .field(field, value)
  }
}
