import Testing

@testable import TranscriptSearch

@Suite struct QueryTests {
  private func parse(_ text: String) throws -> Query {
    try Query(parsing: text, fold: { $0.lowercased() })
  }

  private func text(_ text: String) -> Query { .clause(QueryClause(.text, text)) }

  @Test func operatorsBindAsTheyShould() throws {
    let (a, b, c) = (text("a"), text("b"), text("c"))
    #expect(try parse("a") == a)
    #expect(try parse("a b c") == .and([a, b, c]))
    #expect(try parse("a AND b OR c") == .or([.and([a, b]), c]))
    #expect(try parse("a OR b c") == .or([a, .and([b, c])]))
    #expect(try parse("a (b OR c)") == .and([a, .or([b, c])]))
    #expect(try parse("NOT a b") == .and([.not(a), b]))
    #expect(try parse("a -b") == .and([a, .not(b)]))
    #expect(try parse("a NOT NOT b") == .and([a, b]))
    #expect(try parse("NOT (NOT a)") == a)
    #expect(try parse("a (b c)") == .and([a, b, c]))
    #expect(try parse("a a OR a") == a)
    #expect(try parse("-(a OR b) c") == .and([.not(.or([a, b])), c]))
  }

  @Test func whatStandsForWhat() throws {
    #expect(try parse("\"a b\"") == text("a b"))
    #expect(try parse("「人類 理解」") == text("人類 理解"))
    #expect(try parse("“a” ＡＮＤ （b）") == .and([text("a"), text("b")]))
    #expect(try parse("word:科学") == .clause(QueryClause(.words, "科学")))
    #expect(try parse("WORD：\"人类 理解\"") == .clause(QueryClause(.words, "人类 理解")))
    #expect(try parse("exact:\"Open AI\"") == .clause(QueryClause(.exact, "Open AI")))
    #expect(try parse("open*") == .clause(QueryClause(.prefix, "open")))
    #expect(try parse("open＊") == .clause(QueryClause(.prefix, "open")))
    #expect(try parse("\"open*\"") == text("open*"))
    let near = [QueryClause(.text, "a"), QueryClause(.words, "b")]
    #expect(try parse("NEAR/5(a word:b)") == .clause(QueryClause(.near(5, near), "NEAR/5")))
    #expect(try parse("ＮＥＡＲ／５（a word:b）") == .clause(QueryClause(.near(5, near), "ＮＥＡＲ／５")))
    #expect(try parse("NEAR (a)") == .and([text("NEAR"), text("a")]))
    #expect(
      try parse("GPT-4o a:b http://x") == .and([text("GPT-4o"), text("a:b"), text("http://x")]))
  }

  @Test func fieldsJoinedByAndHoldForCues() throws {
    let (a, b) = (text("a"), text("b"))
    let (show, speaker) = (FieldFilter.field(.show, "x"), FieldFilter.field(.speaker, "y"))
    let both = try parse("a show:X b -speaker:y").splitFieldFilter
    #expect(both.fields == .and([show, .not(speaker)]) && both.rest == .and([a, b]))
    let either = try parse("a OR show:x").splitFieldFilter
    #expect(either.fields == nil && either.rest == .or([a, .fields(show)]))
    let none = try parse("show:x OR speaker:y").splitFieldFilter
    #expect(none.fields == .or([show, speaker]) && none.rest == nil)
  }

  @Test func unitsUnderNotAreNotShown() throws {
    #expect(try parse("a -b (c OR a)").clauses.map(\.text) == ["a", "c"])
    #expect(try parse("a -b").allClauses.map(\.text) == ["a", "b"])
  }

  @Test(arguments: [
    ("", 0), ("AND a", 0), ("a AND", 5), ("a OR", 4), ("(a", 0), ("a)", 1), ("a NOT", 5),
    ("\"a", 0), ("word:", 0), ("a show:", 2), ("NEAR/5(a)", 0), ("NEAR/5(a OR b)", 9),
    ("NEAR/5(a b", 6), ("NEAR/5 (a b)", 0), ("near/5(a b)", 0), ("NEAR/1001(a b)", 0), ("*", 0),
    ("a date:x", 7), ("()", 1), ("a exact:", 2),
  ])
  func errorsPointAtThePlace(text: String, position: Int) {
    let error = #expect(throws: QueryError.self) { try parse(text) }
    #expect(error?.position == position)
  }

  @Test func longAndDeepQueriesAreErrorsOrAnswers() throws {
    #expect(throws: QueryError.self) { try parse(String(repeating: "(", count: 100_000) + "a") }
    #expect(throws: QueryError.self) {
      try parse((0..<9_000).map(String.init).joined(separator: " "))
    }
    let many = (0..<1_000).map(String.init).joined(separator: " OR ")
    #expect(try parse(many).clauses.count == 1_000)
    #expect(try parse(String(repeating: "NOT ", count: 10_001) + "a") == .not(text("a")))
  }

  /// What combines with a parenthesis, a quotation mark or a colon does not hide it.
  @Test(arguments: [
    "\"\u{FE0F}AI\"", "(\u{301}AI)", "「\u{200D}AI」", "(AI OR 数据)\u{301}", "exact:\u{200D}AI",
  ])
  func combiningCharactersHideNoSyntax(text: String) throws {
    let query = try Query(parsing: text, fold: { $0 })
    #expect(query.clauses.count == (text.contains("OR") ? 3 : 1))
    #expect(query.clauses.allSatisfy { !$0.text.contains("exact") && !$0.text.contains("(") })
  }
}
