import TestSupport
import Testing

/// Transcripts that are shown again.
@Suite struct ShowTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>軟體很好\n\n00:50.000 --> 01:30.000\n<v 乙>第二句 OpenAI\n\n"
        + "01:02:00.000 --> 01:02:05.000\n第三句\n", to: "t/a/2024-01-05 開會.vtt")
    try folder.write("沒有時間\n", to: "t/a/開會紀錄.txt")
    try folder.write("另一個\n", to: "t/b/x.txt")
    _ = await CommandRun.zimu("index", "--index", folder.path + "/x", folder.path + "/t")
  }

  private func show(_ arguments: String..., width: Int? = nil) async -> CommandRun {
    await CommandRun.zimu(
      ["show", "--index", folder.path + "/x"] + arguments, width: width)
  }

  private func cues(_ arguments: String...) async -> [Substring] {
    let run = await CommandRun.zimu(
      ["show", "--index", folder.path + "/x", "--format", "csv"] + arguments)
    #expect(run.status == 0, "\(run.diagnostics)")
    return run.output.split(separator: "\n").dropFirst().map { $0 }
  }

  @Test func timesSpeakersAndOriginalSpellingAreShown() async throws {
    #expect(
      await cues("a/2024-01-05 開會.vtt") == [
        "1,1000,2000,甲,軟體很好", "2,50000,90000,乙,第二句 OpenAI", "3,3720000,3725000,,第三句",
      ])
    #expect(await cues("2024-01-05 开会", "--simplified")[0] == "1,1000,2000,甲,软体很好")
    let table = await show("x.txt").output
    #expect(table.hasSuffix("b/x.txt: 1 cue.\n"))
  }

  @Test func aTitleNamesAnEpisodeIfNoNameDoes() async throws {
    try folder.write("path,title\nx.txt,年度會議\n", to: "t/b/metadata.csv")
    _ = await CommandRun.zimu("index", "--index", folder.path + "/x", folder.path + "/t")
    #expect(await cues("年度会议") == ["1,,,,另一個"])
    #expect(await show("开会").diagnostics.contains("matches 2 episodes"))
  }

  @Test func aMomentBehindTheEndIsSaid() async {
    let run = await show("2024-01-05 開會", "--at", "2:00:00")
    #expect(run.status == 0)
    #expect(
      run.diagnostics == "note: no cue is that close to --at; the last cue ends at 1:02:05\n")
    #expect(await show("2024-01-05 開會", "--at", "1:02:00").diagnostics.isEmpty)
  }

  @Test func aMomentShowsWhatTouchesItsSurroundings() async throws {
    let name = "2024-01-05"
    #expect(await cues(name, "--at", "0:20").map { $0.prefix(1) } == ["1", "2"])
    #expect(await cues(name, "--at", "0:20", "--around", "29s").map { $0.prefix(1) } == ["1"])
    #expect(await cues(name, "--at", "1:45", "--around", "15").map { $0.prefix(1) } == ["2"])
    #expect(await cues(name, "--at", "1:02:03", "--around", "0").map { $0.prefix(1) } == ["3"])
    #expect(await cues(name, "--at", "30:00").isEmpty)
    #expect(await show(name, "--at", "30:00").output.contains(": 0 of 3 cues."))
  }

  @Test func episodesAreNamedAsElsewhere() async throws {
    for name in ["a/開會紀錄.txt", "\(folder.path)/t/a/開會紀錄.txt", "会纪录", "紀錄"] {
      #expect(await cues(name) == ["1,,,,沒有時間"])
    }
    let several = await show("開會")
    #expect(several.status == 1)
    #expect(
      several.diagnostics
        == "Error: “開會” matches 2 episodes; name one of them: a/2024-01-05 開會.vtt, a/開會紀錄.txt\n")
    let none = await show("不存在")
    #expect(none.status == 1 && none.diagnostics.contains("there is no episode “不存在”"))
    #expect(await show("").status == 1)
  }

  @Test func wrongRequestsAreRefused() async throws {
    let untimed = await show("紀錄", "--at", "1:00")
    #expect(untimed.status == 1 && untimed.diagnostics.contains("have no times; leave out --at"))
    #expect(await show("x.txt", "--around", "10").status == 64)
    #expect(await show("x.txt", "--at", "1:99").status == 64)
  }

  @Test func longLinesAreWrappedOnTerminals() async throws {
    let lines = await show("2024-01-05", width: 42).output.split(separator: "\n")
    #expect(lines.contains { $0.contains("第二句") && !$0.contains("OpenAI") })
    #expect(lines.contains { $0.trimmingPrefix { $0 == " " } == "OpenAI" })
  }
}
