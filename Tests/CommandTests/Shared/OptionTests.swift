import TestSupport
import Testing

/// An option changes what a command prints, or is refused.
@Suite struct OptionTests {
  private static let folder = Result { try TemporaryFolder() }
  /// An index with a loop of a speech recogniser: one line twelve times.
  private static let indexing = Task {
    let folder = try OptionTests.folder.get()
    let loop = String(repeating: "[甲]: 我们讨论数据中心\n", count: 12)
    try folder.write("[甲]: 数据中心很重要\n[乙]: 模型也是\n" + loop, to: "talks/a/2024-01 一.txt")
    try folder.write("[甲]: 数据中心的模型\n[乙]: 今天没有别的\n", to: "talks/b/2024-02 二.txt")
    return await CommandRun.zimu("index", "--index", folder.path + "/index", folder.path + "/talks")
  }

  private func zimu(_ arguments: String...) async throws -> CommandRun {
    let indexing = try await Self.indexing.value
    #expect(indexing.status == 0)
    let path = try OptionTests.folder.get().path
    return await CommandRun.zimu(
      arguments.map { $0.replacing("~", with: path) }, environment: ["ZIMU_INDEX": path + "/index"])
  }

  /// The first line of a loop was said, and stays.
  @Test func loopsAreLeftOutOfCountsAndSearches() async throws {
    #expect(try await zimu("count", "数据中心", "--format", "csv").output.contains("数据中心,14,"))
    let count = try await zimu("count", "数据中心", "--no-loops", "--format", "csv")
    #expect(count.output.contains("数据中心,3,") && count.output.hasSuffix(",2\n"))
    let bySpeaker = try await zimu(
      "count", "数据中心", "--no-loops", "--by", "speaker", "--format", "csv")
    #expect(bySpeaker.output.contains("甲,数据中心,3,"))
    let search = try await zimu("search", "数据中心", "--limit", "all", "--per-episode", "all")
    #expect(search.output.contains("from_loops") && search.output.contains("14 occurrences"))
    let without = try await zimu("search", "数据中心", "--no-loops")
    #expect(without.output.contains("3 occurrences") && !without.output.contains("from_loops"))
    let groups = try await zimu("search", "数据中心", "--by", "show", "--format", "csv")
    #expect(groups.output.contains("from_loops") && groups.output.contains("a,13,"))
    let free = try await zimu("search", "数据中心", "--by", "show", "--no-loops", "--format", "csv")
    #expect(free.output.contains("a,2,") && free.output.contains("b,1,"))
    let lines = try await zimu("concordance", "数据中心")
    #expect(
      lines.output.contains("from_loops") && lines.output.contains("14 lines shown; 14 occurrences")
    )
    #expect(
      try await zimu("concordance", "数据中心", "--no-loops").output.contains(
        "3 lines shown; 3 occurrences"))
    let trend = try await zimu("trend", "数据中心", "--format", "csv")
    let freeTrend = try await zimu("trend", "数据中心", "--no-loops", "--format", "csv")
    #expect(trend.output.contains(",13,") && freeTrend.output.contains(",2,"))
    #expect(!freeTrend.output.contains(",13,"))
  }

  /// What an option cannot change it is refused for.
  @Test(arguments: [
    ["trend", "数据中心", "--evidence", "1"], ["trend", "数据中心", "--top", "3"],
    ["trend", "--rising", "--case"],
    ["search", "数据中心", "--count", "--by", "show"], ["count", "模型", "--zeros"],
    ["count", "模型", "--by", "show", "--wide", "--zeros"], ["normalize", "--format", "csv"],
    ["normalize", "--table", "--form", "search"], ["verify", "--sample", "-1"],
    ["lexicon", "--user-dictionary", "x", "--normalize", "search"],
    ["search", "数据中心", "--count", "--limit", "3"], ["search", "模型", "--explain", "-C", "1"],
    ["terms", "--class", "fillers", "--numbers"], ["terms", "--excel"],
    ["report", "-o", "x.csv", "--title", "x"], ["report", "-o", "x.md", "--excel"],
    ["concordance", "模型", "--seed", "3"], ["keywords", "--top", "-1"], ["terms", "--top", "some"],
    ["keywords", "--where", "show:a", "--target", "show:b"], ["search", "模型", "--limit", "0"],
  ])
  func optionsWithoutEffectAreRefused(arguments: [String]) async throws {
    let path = try OptionTests.folder.get().path
    _ = try await Self.indexing.value
    let run = await CommandRun.zimu(arguments, environment: ["ZIMU_INDEX": path + "/index"])
    #expect(run.status == 64, "\(arguments): \(run.output)")
  }

  /// A check says how much it checked, and its table has a row per fault.
  @Test func verifyTakesASampleAndAFormat() async throws {
    for (sample, expected) in [("0", 0), ("1", 1), ("2", 2), ("20", 2)] {
      let run = try await zimu("verify", "--sample", sample)
      #expect(run.output.hasSuffix("is intact: 2 episodes, \(expected) of them segmented again.\n"))
    }
    #expect(try await zimu("verify", "--format", "json").output == "[]\n")
    #expect(try await zimu("verify", "--format", "csv").output == "file,episode,fault\n")
  }

  @Test func oneSpellingIsCountedWithCase() async throws {
    #expect(try await zimu("count", "數據中心", "--format", "csv").output.contains(",14,"))
    #expect(try await zimu("count", "數據中心", "--case", "--format", "csv").output.contains(",0,"))
    #expect(try await zimu("count", "数据中心", "--case", "--format", "csv").output.contains(",14,"))
    #expect(try await zimu("trend", "數據中心", "--format", "csv").output.contains(",13,"))
    #expect(try await !zimu("trend", "數據中心", "--case", "--format", "csv").output.contains(",13,"))
    let search = try await zimu("search", "exact:數據中心")
    #expect(search.output.contains("Nothing found."))
    let note = "note: “數據中心” never occurs in this spelling, but 14 times in others\n"
    #expect(search.diagnostics == note)
    #expect(try await zimu("count", "數據中心", "--case").diagnostics == note)
    #expect(try await zimu("trend", "數據中心", "--case").diagnostics.contains(note))
  }

  @Test func machinesAreToldWhatALimitLeftOut() async throws {
    for format in ["csv", "tsv", "json", "ndjson"] {
      let cut = try await zimu("terms", "--top", "1", "--format", format)
      #expect(cut.diagnostics.contains("--top all for all."))
      #expect(try await zimu("terms", "--top", "all", "--format", format).diagnostics.isEmpty)
      let hits = try await zimu("search", "数据中心", "--limit", "1", "--format", format)
      #expect(hits.diagnostics == "1 of 14 occurrences; --limit all --per-episode all for all.\n")
    }
    let table = try await zimu("terms", "--top", "1")
    #expect(table.diagnostics.isEmpty && table.output.contains("--top all for all."))
  }

  @Test func filtersThatSelectNothingAreNamed() async throws {
    _ = try await Self.indexing.value
    for arguments in [
      ["terms"], ["keywords"], ["phrases"], ["episodes"], ["count", "模型"], ["search", "模型"],
      ["concordance", "模型"], ["trend", "模型"], ["report", "-o", "~/r.md"], ["stats"],
    ] {
      let path = try OptionTests.folder.get().path
      let run = await CommandRun.zimu(
        arguments.map { $0.replacing("~", with: path) } + ["--where", "show:none"],
        environment: ["ZIMU_INDEX": path + "/index"])
      #expect(run.diagnostics.contains("selects none of 2 episodes"), "\(arguments)")
    }
  }

  /// Old names of options and values go on working.
  @Test func oldNamesStay() async throws {
    #expect(
      try await zimu("search", "模型", "--group-by", "show").output
        == zimu("search", "模型", "--by", "show").output)
    #expect(
      try await zimu("keywords", "--each", "show", "--method", "simplemaths").output
        == zimu("keywords", "--by", "show", "--method", "simple_maths").output)
    #expect(
      try await zimu("keywords", "--target", "show:a").output
        == zimu("keywords", "--where", "show:a").output)
  }
}
