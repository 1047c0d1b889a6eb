import InvertedIndex

/// Parses queries, and filters, which are queries of nothing but fields.
struct QueryParser {
  /// Deeper nesting than this is an error, not a crash.
  private static let deepest = 200
  private static let mostNear = 16
  /// More clauses than this are no query that somebody wrote.
  private static let mostClauses = 2_000

  private let places: [QueryScanner.Place]
  private let scanner: QueryScanner
  private let length: Int
  private let takesText: Bool
  private let fold: (String) throws -> String
  private var index = 0
  private var depth = 0
  private var clauseCount = 0

  /// The names that may stand before a colon.
  ///
  /// - Parameter takesText: whether there may be more than fields.
  static func fieldNames(takesText: Bool) -> [String] {
    FieldFilter.Field.allCases.map(\.rawValue) + (takesText ? ["word", "exact"] : [])
  }

  /// - Parameters:
  ///   - takesText: whether there may be more than fields.
  ///   - fold: gives the search form of a field's value.
  init(_ text: String, takesText: Bool, fold: @escaping (String) throws -> String) throws {
    var scanner = QueryScanner(text, fields: Set(Self.fieldNames(takesText: takesText)))
    places = try scanner.scan()
    self.scanner = scanner
    (length, self.takesText, self.fold) = (text.unicodeScalars.count, takesText, fold)
  }

  private var token: QueryScanner.Token? { index < places.count ? places[index].token : nil }

  private var position: Int { index < places.count ? places[index].position : length }

  mutating func parse() throws -> Query {
    let query = try alternatives()
    guard index == places.count else { throw scanner.error(.unexpected, at: position) }
    return query
  }

  private mutating func alternatives() throws -> Query {
    var parts = [try conjunction()]
    while token == .or {
      index += 1
      parts.append(try conjunction())
    }
    return Query.joined(parts, Query.or, FieldFilter.or)
  }

  private mutating func conjunction() throws -> Query {
    var parts = [try negation()]
    while let token, token != .or, token != .close {
      if token == .and { index += 1 }
      parts.append(try negation())
    }
    // A parenthesis around AND changes nothing.
    let flat = parts.flatMap { part in
      if case .and(let inner) = part { inner } else { [part] }
    }
    return Query.joined(flat, Query.and, FieldFilter.and)
  }

  private mutating func negation() throws -> Query {
    var isNegated = false
    while token == .not || token == .minus {
      isNegated.toggle()
      index += 1
    }
    let query = try primary()
    guard isNegated else { return query }
    switch query {
    case .fields(let filter): return .fields(.not(filter))
    case .not(let inner): return inner
    default: return .not(query)
    }
  }

  private mutating func primary() throws -> Query {
    switch token {
    case .open: return try parenthesised()
    case .field("word"): return .clause(try words())
    case .field("exact"): return .clause(try exact())
    case .field(let name): return .fields(try field(name))
    case .word(let text) where takesText && nearDistance(text) != nil: return .clause(try near())
    case .word(let text) where takesText && isBadNear(text):
      throw scanner.error(.badNear, at: position)
    case .word, .quoted:
      if takesText { return .clause(try text()) }
    default: break
    }
    throw scanner.error(expectation, at: position)
  }

  private var expectation: QueryError.Code {
    if takesText { return index == places.count ? .endsBeforeText : .expectedText }
    return .expectedField(oneOf: FieldFilter.Field.allCases.map { "\($0.rawValue):" })
  }

  private mutating func parenthesised() throws -> Query {
    let start = position
    depth += 1
    guard depth < Self.deepest else { throw scanner.error(.tooDeep, at: start) }
    index += 1
    let query = try alternatives()
    guard token == .close else {
      throw scanner.error(.unclosedParenthesis, at: start)
    }
    index += 1
    depth -= 1
    return query
  }

  // MARK: Fields

  private mutating func field(_ name: String) throws -> FieldFilter {
    let start = position
    index += 1
    let field = FieldFilter.Field(rawValue: name)!
    let taken = field == .tag ? takeTag() : takeValue()
    guard let value = try taken.map(fold) else {
      throw scanner.error(.missingValue(field: name), at: start)
    }
    if field == .date, !value.isEmpty, !DateRange(value).isValid {
      throw scanner.error(.badDate, at: places[index - 1].position)
    }
    if field == .time, TimeRange(value) == nil {
      throw scanner.error(.badTime, at: places[index - 1].position)
    }
    if field == .id, EpisodeID(value) == nil {
      throw scanner.error(.badID, at: places[index - 1].position)
    }
    if field == .tag, !TagTest(value).isValid { throw scanner.error(.badTag, at: start) }
    return .field(field, value)
  }

  /// The test of a tag, whose value may be quoted: `party="民主 進步"`.
  private mutating func takeTag() -> String? {
    guard case .word(let name) = token, name.last == "=" || name.last == "＝",
      index + 1 < places.count, case .quoted(let value) = places[index + 1].token,
      places[index + 1].position == position + name.unicodeScalars.count
    else { return takeValue() }
    index += 2
    return name + value
  }

  private mutating func takeValue() -> String? {
    switch token {
    case .word(let text), .quoted(let text):
      index += 1
      return text
    default: return nil
    }
  }

  // MARK: Clauses

  private mutating func clause(
    _ kind: QueryClause.Kind, _ text: String, at position: Int
  ) throws -> QueryClause {
    clauseCount += 1
    guard clauseCount <= Self.mostClauses else {
      throw scanner.error(.tooManyTexts(limit: Self.mostClauses), at: position)
    }
    return QueryClause(kind, text, at: position)
  }

  private mutating func words() throws -> QueryClause {
    let start = position
    index += 1
    guard let value = takeValue() else {
      throw scanner.error(.missingValue(field: "word"), at: start)
    }
    return try clause(.words, value, at: places[index - 1].position)
  }

  private mutating func exact() throws -> QueryClause {
    let start = position
    index += 1
    guard let value = takeValue() else {
      throw scanner.error(.missingValue(field: "exact"), at: start)
    }
    return try clause(.exact, value, at: places[index - 1].position)
  }

  private mutating func text() throws -> QueryClause {
    let start = position
    if case .word(let text) = token, let last = text.last, last == "*" || last == "＊" {
      index += 1
      let stem = String(text.dropLast())
      guard !stem.isEmpty else { throw scanner.error(.prefixWithoutText, at: start) }
      return try clause(.prefix, stem, at: start)
    }
    let value = takeValue()!
    return try clause(.text, value, at: start)
  }

  /// The number of `NEAR/5`, if that is what stands right before a parenthesis.
  private func nearDistance(_ text: String) -> Int? {
    let name = text.narrowed
    guard name.hasPrefix("NEAR"), index + 1 < places.count, places[index + 1].token == .open,
      places[index + 1].position == position + text.unicodeScalars.count
    else { return nil }
    let number = name.dropFirst(4)
    if number.isEmpty { return 10 }
    guard number.first == "/", let distance = Int(number.dropFirst()),
      (0...1_000).contains(distance)
    else { return nil }
    return distance
  }

  /// Whether it was meant for NEAR.
  private func isBadNear(_ text: String) -> Bool {
    let isBeforeParenthesis = index + 1 < places.count && places[index + 1].token == .open
    return isBeforeParenthesis && text.narrowed.uppercased().hasPrefix("NEAR/")
  }

  private mutating func near() throws -> QueryClause {
    let start = position
    guard case .word(let name) = token, let distance = nearDistance(name) else {
      throw scanner.error(expectation, at: position)
    }
    index += 2
    var clauses: [QueryClause] = []
    while let token, token != .close {
      switch token {
      case .field("word"): clauses.append(try words())
      case .field("exact"): clauses.append(try exact())
      case .word, .quoted: clauses.append(try text())
      default: throw scanner.error(.nearOperand, at: position)
      }
    }
    guard token == .close else {
      throw scanner.error(.unclosedParenthesis, at: start + name.count)
    }
    index += 1
    guard Set(clauses).count == clauses.count, (2...Self.mostNear).contains(clauses.count) else {
      throw scanner.error(.nearCount(limit: Self.mostNear), at: start)
    }
    return try clause(.near(distance, clauses), name, at: start)
  }
}

extension String {
  /// Full-width ASCII in its narrow form.
  fileprivate var narrowed: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
        }))
  }
}
