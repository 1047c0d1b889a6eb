import Foundation
import TestSupport
import Testing

/// Exit statuses, errors, terminals: what holds of every command.
@Suite struct BehaviourTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据 AI\n第二行\n", to: "talks/2024-01 一.txt")
  }

  private func indexed() async -> String {
    let index = folder.path + "/index"
    let run = await CommandRun.zimu("index", folder.path + "/talks", "--index", index)
    #expect(run.status == 0)
    return index
  }

  @Test(arguments: [
    ["terms", "--top", "0"], ["terms", "--sort", "nonsense"], ["terms", "--wide"], ["index"],
    ["terms", "--class", "fillers", "--sort", "tfidf"], ["nonsense"], ["search"],
    ["search", "x", "--limit", "-1"], ["index", "x", "--encoding", "klingon"],
    ["normalize", "--form", "x"], ["index", "x", "-j0"],
  ])
  func wrongUsageIs64(arguments: [String]) async {
    let run = await CommandRun.zimu(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty && run.diagnostics.hasPrefix("Error:"))
  }

  @Test func missingIndexesAre1() async {
    let run = await CommandRun.zimu("terms", "--index", folder.path + "/none")
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("zimu index"))
    #expect(await CommandRun.zimu("segment", folder.path + "/none.txt").status == 1)
  }

  @Test func newerIndexesAreRefusedByName() async throws {
    let index = await indexed()
    let manifest = try #require(
      try folder.contents(of: "index").first { $0.hasPrefix("manifest-") })
    var bytes = try TestData.bytes("\(index)/\(manifest)")
    bytes[8] = 200
    try folder.write(bytes, to: "index/\(manifest)")
    for arguments in [
      ["terms"], ["index", folder.path + "/talks"], ["episodes"], ["search", "AI"],
    ] {
      let run = await CommandRun.zimu(arguments + ["--index", index])
      #expect(run.status == 1)
      #expect(run.diagnostics.contains("index format 200"))
    }
    #expect(try TestData.bytes("\(index)/\(manifest)") == bytes)
  }

  @Test func rejectedInputsAre2() async throws {
    try folder.write("{\"segments\": [", to: "talks/broken.json")
    let run = await CommandRun.zimu(
      "index", folder.path + "/talks", folder.path + "/none", "--index", folder.path + "/index")
    #expect(run.status == 2)
    #expect(run.output.contains("1 added"))
    #expect(run.output.contains("rejected  2"))
    #expect(run.diagnostics.contains("broken.json: line 1 (byte 14): broken JSON"))
    #expect(run.diagnostics.contains("none: there is no such file or folder"))
  }

  @Test func queryErrorsShowTheirPlace() async {
    let index = await indexed()
    let run = await CommandRun.zimu("terms", "--index", index, "--where", "數據 show:x")
    #expect(run.status == 64)
    #expect(run.diagnostics.hasSuffix("  數據 show:x\n  ^\n"))
    let search = await CommandRun.zimu("search", "--index", index, "數據 OR ）")
    #expect(search.status == 64)
    #expect(search.diagnostics.hasSuffix("  數據 OR ）\n          ^\n"))
  }

  @Test func termsThatCannotBeCountedAreNamed() async {
    let index = await indexed()
    let run = await CommandRun.zimu("count", "，", "AI", "--index", index, "--format", "csv")
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("term,count,per_million,episodes\n，,,,\nAI,"))
    #expect(run.diagnostics.contains("not counted: “，”"))
    let wide = await CommandRun.zimu(
      "count", "，", "--by", "show", "--wide", "--index", index, "--format", "csv")
    #expect(wide.output.contains("\n，,,,,"))
  }

  @Test func longQueriesTakeNoLong() async {
    let index = await indexed()
    let query = String(repeating: "数", count: 40_000)
    let run = await CommandRun.zimu("search", query, "--index", index)
    #expect(run.status == 0)
  }

  @Test func speakersSelectEpisodesThatHaveThem() async throws {
    try folder.write("主席：好\n主席：行\n", to: "talks/s.txt")
    let index = await indexed()
    let run = await CommandRun.zimu(
      "episodes", "--index", index, "--where", "NOT speaker:主席", "--format", "tsv")
    #expect(run.output.split(separator: "\n").count == 2 && !run.output.contains("s.txt"))
  }

  @Test func indexesThatCannotBeWrittenFailFirst() async throws {
    let file = try folder.write("x", to: "file")
    let run = await CommandRun.zimu("index", folder.path + "/talks", "--index", file, width: 80)
    #expect(run.status == 1 && run.diagnostics.contains("name a folder"))
  }

  @Test func terminalsGetBoldBarsAndCutTables() async {
    let index = folder.path + "/index"
    let run = await CommandRun.zimu("index", folder.path + "/talks", "--index", index, width: 60)
    #expect(run.diagnostics.contains("1 of 1 files") && run.diagnostics.hasSuffix("\u{1B}[K"))
    let search = await CommandRun.zimu("search", "数据", "--index", index, width: 200)
    #expect(search.output.contains("\u{1B}[1m数据\u{1B}[0m"))
    let plain = await CommandRun.zimu("search", "数据", "--index", index)
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test func stopWordsCanBeAFile() async throws {
    let index = await indexed()
    let list = try folder.write("# mine\n數據\nＡＩ\n", to: "stop.txt")
    let run = await CommandRun.zimu(
      "terms", "--index", index, "--stopwords", list, "--format", "tsv", "--min-length", "1")
    #expect(run.output.contains("讨论") && run.output.contains("我们"))
    #expect(!run.output.contains("数据") && !run.output.contains("AI"))
    let both = await CommandRun.zimu(
      "terms", "--index", index, "--stopwords", list, "--stopwords", "default", "--format", "tsv")
    #expect(both.output.contains("讨论") && !both.output.contains("我们"))
    #expect(await CommandRun.zimu("terms", "--index", index, "--stopwords", "/none").status == 1)
  }

  @Test func excelGetsAMark() async {
    let index = await indexed()
    let run = await CommandRun.zimu("terms", "--index", index, "--format", "csv", "--excel")
    #expect(run.output.unicodeScalars.first == "\u{FEFF}")
  }

  @Test func versionNamesWhatDecides() async {
    let run = await CommandRun.zimu("--version")
    #expect(run.status == 0)
    for part in ["zimu 0.", "ICU", "lexicon", "index format"] { #expect(run.output.contains(part)) }
  }

  @Test func filtersTakeFilesAndLongLines() async throws {
    let line = String(repeating: "数据AI", count: 20_000)
    let file = try folder.write(line + "\n" + "第二行", to: "long.txt")
    let run = await CommandRun.zimu("segment", file)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[1] == "第二 行")
    #expect(lines[0].split(separator: " ").count == 40_000)
  }

  /// The tool itself: exit statuses reach the shell, and a closed pipe is no noise.
  @Test func theProcessEndsAsItShould() throws {
    let tool = Bundle.main.executableURL!.deletingLastPathComponent().appendingPathComponent("zimu")
    func shell(_ script: String) throws -> (output: String, status: Int32) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", script, tool.path, folder.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (output, process.terminationStatus)
    }
    #expect(try shell("\"$0\" nonsense").status == 64)
    #expect(try shell("\"$0\" terms --index \"$1/none\"").status == 1)
    #expect(try shell("\"$0\" index \"$1/none\" --index \"$1/i\"").status == 2)
    let quiet = try shell("set -o pipefail; yes 数据 | head -200000 | \"$0\" segment | head -1")
    #expect(quiet.output == "数据\n")
  }
}
