import TestSupport
import Testing

/// Where nothing is found, the likely reason is told on standard error.
@Suite struct ZeroHitTests {
  private static let folder = Result { try TemporaryFolder() }
  private static let indexing = Task {
    let folder = try ZeroHitTests.folder.get()
    try folder.write("[甲]: 数据中心很重要\n[乙]: 模型也是，transformer 好\n", to: "talks/a/2024-01 一.txt")
    try folder.write("[甲]: 今天没有别的\n", to: "talks/b/2024-02 二.txt")
    return await CommandRun.zimu("index", "--index", folder.path + "/index", folder.path + "/talks")
  }

  /// Runs a command that finds nothing; gives what it says on standard error.
  private func notes(_ arguments: [String]) async throws -> String {
    #expect(try await Self.indexing.value.status == 0)
    let index = try Self.folder.get().path + "/index"
    let run = await CommandRun.zimu(
      arguments + ["--format", "csv"], environment: ["ZIMU_INDEX": index])
    #expect(run.status == 0 && !run.output.contains("note"), "\(arguments)")
    return run.diagnostics
  }

  @Test(arguments: [
    ("数据 or 模型", "note: “or” was searched for as text; write OR in capitals"),
    ("数据 or e\u{301}\u{301}\u{301}\u{302} 模型", "write OR in capitals"),
    ("数据 And 模型", "write AND in capitals"), ("数据 not 模型", "write NOT in capitals"),
    ("wrod:数据", "there is no field wrod:, so it was searched for as text; did you mean word:?"),
    ("节目：数据", "there is no field 节目:, so it was searched for as text; “zimu search --help”"),
    ("数据，模型", "“数据，模型” is found only where the transcripts have “，”"),
    ("数据、模型", "transcripts have “、”"), ("数据|模型", "transcripts have “|”"),
    ("\"数据,模型\"", "transcripts have “,”"),
    ("数*据", "“*” in “数*据” was searched for as text"), ("\"trans*\"", "“*” in “trans*”"),
    ("word:据中", "“据中” is never a whole word, but occurs once inside longer words"),
    ("NEAR/3(据 数*据)", "“*” in “数*据”"),
    (
      "trans",
      "“trans” is never a whole word, but longer words begin with it once; “zimu search” finds"
    ),
    ("数据 show:c", "the fields of the query select no episode"),
  ])
  func queriesThatFindNothing(query: String, note: String) async throws {
    for command in [["search"], ["search", "--count"], ["search", "--explain"], ["concordance"]] {
      let notes = try await notes(command + [query])
      #expect(
        notes.contains(note) && notes.split(separator: "\n").count == 1, "\(command): \(notes)")
    }
  }

  /// Nothing is said where there is something, or no reason is known.
  @Test(arguments: [
    "数据", "数据 模型", "\"or\"", "今天 数据", "数据 OR 没有的", "不存在的词", "数据中心 -重要", "今天 好 -数*据",
  ])
  func noReasonIsInvented(query: String) async throws {
    #expect(try await notes(["search", query]).isEmpty)
  }

  @Test func selectionsThatLeaveAllHitsOut() async throws {
    #expect(
      try await notes(["search", "数据", "--where", "show:b"])
        == "note: the query occurs once, but not in what --where selects\n")
    let empty = try await notes(["search", "wrod:数据", "--where", "show:c"])
    #expect(empty.contains("selects none of 2 episodes") && !empty.contains("note"))
  }

  @Test(arguments: [
    ("数据 OR 模型", "“OR” in “数据 OR 模型” was searched for as text: a term is literal text"),
    ("数据 or 模型", "“or” in “数据 or 模型” was searched for as text: a term is literal text"),
    ("word:数据", "“word:” in “word:数据” was searched for as text: a term is literal text"),
    ("数据、模型", "transcripts have “、”"), ("数据*", "“*” in “数据*” was searched for as text"),
    ("trans", "“zimu search” finds them as trans*"),
  ])
  func termsThatAreNotThere(term: String, note: String) async throws {
    for command in [["count"], ["count", "--match", "word"], ["trend"]] {
      let notes = try await notes(command + ["数据", term])
      #expect(
        notes.contains(note) && notes.split(separator: "\n").count == 1, "\(command): \(notes)")
    }
  }

  @Test func wordsThatAreNone() async throws {
    let notes = try await notes(["count", "据中", "数据", "--match", "word", "--by", "show"])
    #expect(
      notes.hasPrefix("note: “据中” is never a whole word, but occurs once inside longer words"))
    #expect(try await self.notes(["count", "据中", "没有的"]).isEmpty)
  }

  /// Texts without a word are refused; where they look like operators, the right ones are named.
  @Test(arguments: [
    ("，", "this has no letter"), ("数据 | 模型", "write OR"), ("数据 && 模型", "write AND"),
  ])
  func textsWithoutWords(query: String, message: String) async throws {
    _ = try await Self.indexing.value
    let index = try Self.folder.get().path + "/index"
    for command in ["search", "concordance"] {
      let run = await CommandRun.zimu(command, query, environment: ["ZIMU_INDEX": index])
      #expect(run.status == 64 && run.diagnostics.contains(message))
    }
  }

  @Test func manyNotesAreCounted() async throws {
    let notes = try await notes(["count"] + (0..<7).map { "数据，\($0)" })
    #expect(notes.split(separator: "\n").count == 6)
    #expect(notes.hasSuffix("note: 2 more texts have no hits for similar reasons\n"))
  }
}
