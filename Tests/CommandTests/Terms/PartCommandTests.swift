import TestSupport
import Testing

/// Parts of episodes and ranges of time on the command line.
@Suite struct PartCommandTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "from,to,speaker,text\n0:00:05,0:00:06,甲,数据很好\n0:11:00,0:11:02,乙,模型和数据\n0:19:59,0:20:00,甲,数据\n,,甲,数据数据\n",
      to: "t/a.csv")
    try folder.write("数据\n", to: "t/b.txt")
    _ = await zimu("index", folder.path + "/t")
  }

  private func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(arguments, environment: ["ZIMU_INDEX": folder.path + "/x"])
  }

  @Test func cuesWithoutTimesAreNamed() async throws {
    let run = await zimu("count", "数据", "--by", "part:10min")
    #expect(run.output.contains("00:10:00..00:20:00  数据      2"), "\(run.output)")
    #expect(run.output.hasSuffix("\nRows without a group: cues without times.\n"))
    let csv = await zimu("count", "数据", "--by", "part:half", "--format", "csv").output
    #expect(
      csv.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[0...2].joined(separator: ",")
      } == [",数据,3", "1/2,数据,1", "2/2,数据,2"])
    for command in [
      ["terms", "--units", "words"], ["search", "数据"], ["stats"],
      ["keywords", "--min-count", "1", "--units", "words"],
    ] {
      let run = await CommandRun.zimu(
        command + ["--by", "part:600"], environment: ["ZIMU_INDEX": folder.path + "/x"])
      #expect(run.status == 0 && run.output.contains("00:10:00..00:20:00"), "\(command)")
      #expect(run.output.contains("cues without times."), "\(command): \(run.output)")
    }
    let wide = await zimu("terms", "--by", "part:10min", "--wide", "--units", "words")
    #expect(wide.output.contains("Column (none): cues without times."))
    let dated = await zimu("count", "数据", "--by", "part:10min", "--where", "time:0..1h")
    #expect(!dated.output.contains("without times"))
  }

  /// The label of a part is a range that a filter takes.
  @Test func labelsAreFilters() async throws {
    for label in ["00:00:00..00:10:00", "00:10:00..00:20:00", "\"\""] {
      let all = await zimu("count", "数据", "--by", "part:10min", "--format", "csv").output
      let one = await zimu("count", "数据", "--where", "time:\(label)", "--format", "csv").output
      let row = all.split(separator: "\n").first { $0.hasPrefix(label == "\"\"" ? "," : label) }
      let count = try #require(row).split(separator: ",").drop { !$0.hasPrefix("数据") }[...]
      #expect(one.split(separator: "\n")[1] == Substring(count.joined(separator: ",")))
    }
  }

  @Test func everyCommandTakesTimes() async throws {
    for command in [
      ["search", "数据"], ["search", "数据", "--count"], ["concordance", "数据"],
      ["terms", "--units", "words"], ["phrases", "--min-count", "2"],
      ["keywords", "--min-count", "1"], ["trend", "数据"], ["episodes"], ["stats"],
    ] {
      let environment = ["ZIMU_INDEX": folder.path + "/x"]
      let all = await CommandRun.zimu(command, environment: environment)
      let some = await CommandRun.zimu(
        command + ["--where", "time:10min..15min"], environment: environment)
      #expect(some.status == 0 && some.diagnostics.isEmpty, "\(command): \(some.diagnostics)")
      #expect(
        command[0] == "trend" || command[0] == "phrases" || all.output != some.output, "\(command)")
    }
    let hits = await zimu("search", "数据 time:..1min", "--format", "csv").output
    #expect(hits.split(separator: "\n").count == 2 && hits.contains("数据很好"))
    let file = folder.path + "/out"
    _ = await zimu("export", "--format", "txt", "--output", file, "--where", "time:10min..")
    let text = String(decoding: try TestData.bytes(file + "/a.txt"), as: UTF8.self)
    #expect(text == "乙: 模型和数据\n甲: 数据\n")
  }

  @Test func wrongTimesAreRefused() async throws {
    for value in ["10min", "..", "2..1", "a..b", "1:99.."] {
      let run = await zimu("search", "数据", "--where", "time:\(value)")
      #expect(
        run.status == 64 && run.diagnostics.contains("write a range of times as"),
        "\(value): \(run.diagnostics)")
    }
    #expect(await zimu("remove", "--where", "time:..10").status == 64)
    #expect(await zimu("count", "数据", "--by", "part:x").status == 64)
  }
}
