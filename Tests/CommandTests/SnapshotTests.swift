import Foundation
import TestSupport
import Testing

/// Every command on the sample transcripts, output for output.
@Suite struct SnapshotTests {
  private static let folder = Result { try TemporaryFolder() }
  private static let indexing = Task {
    await CommandRun.zimu(
      "index", "--index", try folder.get().path + "/index", "-g", TestData.corpusGlob,
      TestData.corpus)
  }

  private func indexPath() async throws -> String {
    _ = try await Self.indexing.value
    return try Self.folder.get().path + "/index"
  }

  @Test func index() async throws {
    let run = try await Self.indexing.value
    #expect(run.status == 0)
    #expect(run.diagnostics.isEmpty)
    let summary = run.output
      .replacing(try Self.folder.get().path, with: "FOLDER")
      .replacing(#/in \d+\.\d\d s, \d+\.\d\d MB/s/#, with: "in TIME")
    try Snapshot.expect(summary, named: "index")
  }

  @Test(arguments: [
    ("terms", ["terms", "--top", "15"]),
    ("terms-by-show", ["terms", "--by", "show", "--top", "4", "--format", "csv"]),
    ("terms-where", ["terms", "--where", "show:夜航科技 AND date:2024-09..", "--top", "5"]),
    ("terms-tfidf", ["terms", "--sort", "tfidf", "--top", "5", "--format", "tsv"]),
    (
      "terms-numbers",
      ["terms", "--numbers", "--min-length", "1", "--stopwords", "none", "--top", "8"]
    ),
    ("terms-latin", ["wordlist", "--script", "latin", "--top", "6", "--format", "markdown"]),
    (
      "terms-simplified",
      ["terms", "--spelling", "simplified", "--where", "show:城市议事", "--top", "6"]
    ),
    ("phrases", ["phrases", "--top", "8"]),
    (
      "phrases-where",
      [
        "phrases", "--where", "show:城市議事", "--sort", "c_value", "--top", "3", "--evidence", "2",
        "--format", "json",
      ]
    ),
    ("terms-phrases", ["terms", "--units", "phrases", "--top", "8", "--format", "csv"]),
    ("terms-nested", ["terms", "--nested", "--where", "show:夜航科技", "--top", "9"]),
    ("terms-evidence", ["terms", "--by", "show", "--top", "2", "--evidence", "3"]),
    ("terms-evidence-json", ["terms", "--top", "2", "--evidence", "1", "--format", "json"]),
    (
      "keywords-evidence",
      [
        "keywords", "--target", "date:2024-10..", "--top", "3", "--evidence", "2", "--format",
        "tsv",
      ]
    ),
    ("trend-evidence", ["trend", "--rising", "--top", "2", "--evidence", "1", "--no-loops"]),
    (
      "fillers-evidence", ["terms", "--class", "fillers", "--top", "3", "--evidence", "2"]
    ),
    ("keywords", ["keywords", "--each", "show", "--top", "4"]),
    (
      "keywords-methods",
      [
        "keywords", "--target", "date:2024-10..", "--method", "simplemaths", "--top", "3",
        "--format", "json",
      ]
    ),
    ("trend", ["trend", "智能体", "元宇宙", "--by", "quarter"]),
    ("trend-rising", ["trend", "--rising", "--top", "5"]),
    ("trend-falling", ["trend", "--falling", "--by", "quarter", "--top", "3", "--format", "csv"]),
    ("trend-short", ["trend", "AI", "--by", "year"]),
    ("keywords-alone", ["keywords", "--top", "3", "--format", "csv"]),
    ("terms-fillers", ["terms", "--class", "fillers", "--top", "6", "--format", "json"]),
    ("terms-wide", ["terms", "--by", "quarter", "--wide", "--top", "5"]),
    ("search", ["search", "智能体 AND 数据", "--limit", "5", "--per-episode", "2"]),
    ("search-json", ["search", "軟件", "--limit", "2", "--format", "json"]),
    ("search-phrase", ["search", "\"data center\"", "--format", "ndjson"]),
    ("search-nothing", ["search", "不存在的词组"]),
    ("search-context", ["search", "元宇宙", "-C", "1", "--limit", "2", "--sort", "date"]),
    ("search-count", ["search", "智能体 OR NEAR/4(数据 中心)", "--count"]),
    ("search-groups", ["search", "智能体", "--group-by", "month", "--format", "csv"]),
    ("search-explain", ["search", "智能体 数据", "--explain", "--limit", "2"]),
    ("count", ["count", "人工智能", "AI", "軟件", "zzz"]),
    (
      "count-part",
      ["count", "智能体", "--by", "part:tenth", "--where", "show:夜航科技", "--format", "csv"]
    ),
    ("search-time", ["search", "智能体 time:1min..2min", "--limit", "3"]),
    ("count-by", ["count", "智能体", "元宇宙", "--by", "quarter", "--zeros", "--format", "csv"]),
    ("count-wide", ["count", "智能体", "数据", "--match", "word", "--by", "show", "--wide"]),
    ("concordance", ["concordance", "数据中心", "--sort", "1R,1L", "--limit", "5"]),
    ("show-at", ["show", "2024-01-14", "--at", "0:01:00", "--around", "12s"]),
    (
      "show-simplified",
      ["show", "2024-05-27", "--simplified", "--at", "60", "--around", "15", "--format", "csv"]
    ),
    ("kwic", ["kwic", "AI", "--sample", "4", "--seed", "2", "--width", "12", "--format", "json"]),
  ])
  func reports(name: String, arguments: [String]) async throws {
    let index = try await indexPath()
    let run = await CommandRun.zimu(arguments, environment: ["ZIMU_INDEX": index])
    #expect(run.status == 0)
    let diagnostics = run.diagnostics.isEmpty ? "" : "-- standard error:\n" + run.diagnostics
    try Snapshot.expect(run.output + diagnostics, named: name)
  }

  /// Paths and ids depend on where the samples lie.
  @Test(arguments: [
    ("episodes", ["episodes"]),
    (
      "episodes-where", ["episodes", "--where", "speaker:主席 AND date:2024-07..", "--format", "csv"]
    ),
  ])
  func episodes(name: String, arguments: [String]) async throws {
    let index = try await indexPath()
    let run = await CommandRun.zimu(arguments, environment: ["ZIMU_INDEX": index])
    #expect(run.status == 0 && run.diagnostics.isEmpty)
    let output = run.output.replacing(TestData.corpus, with: "CORPUS")
      .replacing(#/[0-9a-f]{16}/#, with: "0123456789abcdef").replacing(#/  ─+\n/#, with: "  ─\n")
    try Snapshot.expect(output, named: name)
  }

  @Test(arguments: [
    ("segment", ["segment"]), ("segment-ndjson", ["segment", "--format", "ndjson"]),
    ("segment-search", ["segment", "--normalize", "search", "--format", "ndjson"]),
    ("normalize-offsets", ["normalize", "--form", "search", "--offsets"]),
    ("normalize", ["normalize"]), ("normalize-search", ["normalize", "--form", "search"]),
  ])
  func filters(name: String, arguments: [String]) async throws {
    let text = "我覺得ＯｐｅｎＡＩ的軟體 很厲害，对吧\r\n\n㈠ GPT-4o 3.5\n"
    let run = await CommandRun.zimu(arguments, input: Array(text.utf8) + [0xE9, 0x0A, 0x41])
    #expect(run.status == 0)
    try Snapshot.expect(run.output, named: name)
  }

  /// A user's words, and why texts are cut as they are.
  @Test(arguments: [
    ("segment-user", ["segment", "--format", "ndjson", "--user-dictionary"], []),
    ("lexicon-dictionary", ["lexicon", "--format", "csv", "--user-dictionary"], []),
    ("lexicon", ["lexicon", "--format", "tsv", "--user-dictionary"], ["用C++写人工智慧的軟體"]),
    (
      "lexicon-search",
      ["lexicon", "--normalize", "search", "--format", "csv", "--user-dictionary"], ["カタカナ語與AI"]
    ),
  ])
  func userDictionaries(name: String, arguments: [String], text: [String]) async throws {
    let words = "# 名字\n人工智慧\nC++\t\tlanguage\n写 500000 v\n!AI\n-軟體\n\\-x\n"
    let file = try Self.folder.get().write(words, to: "words.txt")
    let run = await CommandRun.zimu(
      arguments + [file] + text, input: Array("用Ｃ＋＋写人工智慧的軟體 AIs AI\n".utf8))
    #expect(run.status == 0 && run.diagnostics.isEmpty)
    try Snapshot.expect(run.output.replacing(file, with: "words.txt"), named: name)
  }

  @Test func badUserDictionariesAreRefused() async throws {
    let file = try Self.folder.get().write("好\n词\tx\n", to: "bad.txt")
    for command in [["segment"], ["lexicon", "词"], ["index", "--index", "none", file]] {
      let run = await CommandRun.zimu(command + ["--user-dictionary", file])
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.diagnostics.contains("bad.txt:2: "))
    }
    let run = await CommandRun.zimu("segment", "--engine", "icu", "--user-dictionary", file)
    #expect(run.status == 64)
    #expect(await CommandRun.zimu("lexicon").status == 64)
  }

  @Test(arguments: ["compiled", "icu"]) func enginesAgree(engine: String) async throws {
    let run = await CommandRun.zimu(
      ["segment", "--engine", engine], input: Array("我們在讨论OpenAI的模型，對吧\n".utf8))
    #expect(run.output == "我們 在 讨论 OpenAI 的 模型 ， 對 吧\n")
  }

  @Test func tableOfTheFold() async throws {
    let run = await CommandRun.zimu("normalize", "--table", "--format", "tsv")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count > 13_000)
    #expect(rows.contains(["U+8EDF", "軟", "软", "ICU Traditional-Simplified"]))
    #expect(rows.contains(["U+FF21", "Ａ", "a", "NFKC_Casefold"]))
    // What the package itself adds or changes is approved row by row.
    let own = rows.filter { row in
      row.count == 4
        && ![
          "NFKC_Casefold", "ICU Traditional-Simplified",
          "NFKC_Casefold, then ICU Traditional-Simplified",
        ].contains(row[3])
    }
    try Snapshot.expect(
      own.map { $0.joined(separator: "\t") + "\n" }.joined(), named: "normalize-table")
  }

  @Test func stopwords() async throws {
    let run = await CommandRun.zimu("stopwords", "--format", "tsv")
    try Snapshot.expect(run.output, named: "stopwords")
  }

  @Test(arguments: [
    "index", "terms", "search", "episodes", "segment", "normalize", "stopwords", "evaluate",
    "lexicon", "remove", "optimize", "merge", "verify", "stats", "count", "concordance",
    "keywords", "trend", "phrases", "report", "benchmark", "show", "export",
  ])
  func help(command: String) async throws {
    let run = await CommandRun.zimu(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES"))
    try Snapshot.expect(run.output, named: "help-\(command)")
  }

  @Test func helpOfAll() async throws {
    try Snapshot.expect(await CommandRun.zimu("--help").output, named: "help")
  }
}
