import ICUSupport

/// Finds the likely reasons why a query, or a literal text, has no hits.
///
/// A text that occurs in the index is no reason, with the exception of operators in small letters.
struct ZeroHitExplainer {
  let search: IndexSearch
  let crossesCues: Bool

  /// The reasons that the parts of a query give, in their order.
  ///
  /// - Complexity: O(postings of the words that make the parts).
  func reasons(for query: Query, of text: String) throws -> [ZeroHitReason] {
    let characters = Array(text.unicodeScalars)
    let positions = query.allUnits.map(\.position)
    return try query.units.flatMap(\.parts).flatMap { unit -> [ZeroHitReason] in
      let isBare = characters[unit.position...].starts(with: unit.text.unicodeScalars)
      let isBetween =
        positions.contains { $0 > unit.position }
        && (unit.text.lowercased() == "not" || positions.contains { $0 < unit.position })
      if isBare, isBetween, QueryScanner.isLowercaseOperator(unit.text) {
        return [.lowercaseOperator(unit.text)]
      }
      guard try count(unit) == 0 else { return [] }
      return try reason(for: unit, isBare: isBare).map { [$0] } ?? []
    }
  }

  /// The reason that a literal text gives that is not counted anywhere: as a text, or as a whole word.
  ///
  /// - Complexity: O(postings of the words that make the text).
  func reason(forLiteral text: String) throws -> ZeroHitReason? {
    if let reason = try inside(text) { return reason }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let name = words.dropFirst().dropLast().first(where: QueryScanner.isOperator) {
      return .literalSyntax(name, text: text)
    }
    if let name = Self.fieldName(of: text), QueryParser.fieldNames(takesText: true).contains(name) {
      return .literalSyntax(name + ":", text: text)
    }
    if let star = text.first(where: { $0 == "*" || $0 == "＊" }) {
      return .literalSyntax(String(star), text: text)
    }
    return try reason(for: QueryUnit(.text, text), isBare: false)
  }

  private func count(_ unit: QueryUnit) throws -> Int {
    try search.postings(of: unit, crossesCues: crossesCues).postings.reduce(0) { $0 + $1.count }
  }

  /// The reason that a unit without occurrences gives.
  ///
  /// - Parameter isBare: whether it stands in the query without quotation marks.
  private func reason(for unit: QueryUnit, isBare: Bool) throws -> ZeroHitReason? {
    let text = unit.text
    if unit.kind == .exact { return try otherSpellings(of: text) }
    guard unit.kind == .text else { return try unit.kind == .words ? inside(text) : nil }
    if text.contains(where: { $0 == "*" || $0 == "＊" }) { return .wildcard(text: text) }
    if isBare, let name = Self.fieldName(of: text) {
      return .unknownField(name: name, nearest: Self.nearestField(to: name))
    }
    let pattern = try search.analyzer.pattern(of: text)
    if pattern.hasSeparators, let mark = text.first(where: { $0.isPunctuation || $0.isSymbol }) {
      return .punctuation(String(mark), text: text)
    }
    guard pattern.isLetters else { return nil }
    let beginnings = try count(QueryUnit(.prefix, text))
    return beginnings == 0 ? nil : .beginsWords(text: text, count: beginnings)
  }

  private func inside(_ text: String) throws -> ZeroHitReason? {
    let count = try count(QueryUnit(.text, text))
    return count == 0 ? nil : .insideWords(text: text, count: count)
  }

  private func otherSpellings(of text: String) throws -> ZeroHitReason? {
    let count = try count(QueryUnit(.text, text))
    return count == 0 ? nil : .otherSpellings(text: text, count: count)
  }
}

extension ZeroHitExplainer {
  /// What stands before the first colon, if it is letters and something other than a path follows.
  private static func fieldName(of text: String) -> String? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let (name, value) = (text[..<colon], text[colon...].dropFirst())
    guard !name.isEmpty, name.allSatisfy(\.isLetter), !value.isEmpty, !value.hasPrefix("//") else {
      return nil
    }
    return name.lowercased()
  }

  /// The field whose name differs by two changes at most, and not in every character.
  private static func nearestField(to name: String) -> String? {
    QueryParser.fieldNames(takesText: true).map { (distance: distance($0, name), name: $0) }
      .filter { $0.distance <= min(2, $0.name.count - 1) }.min { $0.distance < $1.distance }?.name
  }

  /// How many characters to put in, take out, replace or exchange with their neighbour (the distance of
  /// optimal string alignment).
  private static func distance(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first), Array(second))
    var rows = [Array(0...second.count)]
    for (i, character) in first.enumerated() {
      var row = [i + 1]
      for (j, other) in second.enumerated() {
        let replaced = rows[i][j] + (character == other ? 0 : 1)
        var least = min(row[j] + 1, rows[i][j + 1] + 1, replaced)
        if i > 0, j > 0, character == second[j - 1], first[i - 1] == other {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}

extension QueryUnit {
  /// The unit, or those that NEAR joins.
  fileprivate var parts: [QueryUnit] {
    if case .near(_, let units) = kind { units } else { [self] }
  }
}
