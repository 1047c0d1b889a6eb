import ICUSupport
import InvertedIndex

/// Finds the likely reasons why a query, or a literal text, has no hits.
///
/// A text that occurs in the index is no reason, with the exception of operators in small letters.
struct ZeroHitExplainer {
  let state: SearchState

  /// The reasons that the parts of a query give, in their order.
  ///
  /// - Complexity: O(postings of the words that make the parts).
  func reasons(for query: Query, of text: String) throws -> [ZeroHitReason] {
    let characters = Array(text.unicodeScalars)
    let positions = query.allClauses.map(\.position)
    return try query.clauses.flatMap(\.parts).flatMap { clause -> [ZeroHitReason] in
      let isBare = characters[clause.position...].starts(with: clause.text.unicodeScalars)
      let isBetween =
        positions.contains { $0 > clause.position }
        && (clause.text.lowercased() == "not" || positions.contains { $0 < clause.position })
      if isBare, isBetween, QueryScanner.isLowercaseOperator(clause.text) {
        return [.lowercaseOperator(clause.text)]
      }
      guard try count(clause) == 0 else { return [] }
      return try reason(for: clause, isBare: isBare).map { [$0] } ?? []
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
    return try reason(for: QueryClause(.text, text), isBare: false)
  }

  private func count(_ clause: QueryClause) throws -> Int {
    var count = 0
    for (number, segment) in state.searcher.segments.enumerated() {
      for hits in try state.matcher(clause, in: number).hits()
      where segment.number(of: hits.episode) != nil {
        count += hits.count
      }
    }
    return count
  }

  /// The reason that a clause without occurrences gives.
  ///
  /// - Parameter isBare: whether it stands in the query without quotation marks.
  private func reason(for clause: QueryClause, isBare: Bool) throws -> ZeroHitReason? {
    let text = clause.text
    if clause.kind == .exact { return try otherSpellings(of: text) }
    guard clause.kind == .text else { return try clause.kind == .words ? inside(text) : nil }
    if text.contains(where: { $0 == "*" || $0 == "＊" }) { return .wildcard(text: text) }
    if isBare, let name = Self.fieldName(of: text) {
      return .unknownField(name: name, nearest: Self.nearestField(to: name))
    }
    let pattern = try state.analyzer.pattern(of: text)
    if pattern.hasSeparators, let mark = text.first(where: { $0.isPunctuation || $0.isSymbol }) {
      return .punctuation(String(mark), text: text)
    }
    guard pattern.isLetters else { return nil }
    let beginnings = try count(QueryClause(.prefix, text))
    return beginnings == 0 ? nil : .beginsWords(text: text, count: beginnings)
  }

  private func inside(_ text: String) throws -> ZeroHitReason? {
    let count = try count(QueryClause(.text, text))
    return count == 0 ? nil : .insideWords(text: text, count: count)
  }

  private func otherSpellings(of text: String) throws -> ZeroHitReason? {
    let count = try count(QueryClause(.text, text))
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

extension QueryClause {
  /// The clause, or those that NEAR joins.
  fileprivate var parts: [QueryClause] {
    if case .near(_, let clauses) = kind { clauses } else { [self] }
  }
}
