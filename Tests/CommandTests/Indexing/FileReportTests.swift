import Foundation
import TestSupport
import Testing

/// What is said of files that are not taken, and of all files.
@Suite struct FileReportTests {
  private let folder: TemporaryFolder
  private var talks: String { folder.path + "/talks" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n", to: "talks/a.txt")
    try folder.write("{\"name\": \"x\", \"version\": 1}", to: "talks/package.json")
    try folder.write([0, 1, 2, 255, 254, 0, 0, 9], to: "talks/film.mp4")
  }

  private func index(_ options: String...) async -> CommandRun {
    await CommandRun.zimu(["index", talks, "--index", folder.path + "/index"] + options)
  }

  @Test func filesAreCountedByReasonAndExtension() async throws {
    for number in 1...5 {
      try folder.write("{\"标题\": \"第\(number)期\", \"简介\": \"好\"}", to: "talks/\(number).json")
    }
    for number in 1...3 { try folder.write("我们讨论模型\n", to: "talks/b\(number).txt") }
    for number in 1...3 { try folder.write("我们讨论模型\n", to: "talks/c\(number).txt") }
    let run = await index()
    #expect(run.status == 0)
    let line = try #require(run.diagnostics.split(separator: "\n").first { $0.contains(".json") })
    #expect(
      line.hasPrefix(
        "skipped: 6 .json: \(talks)/1.json, \(talks)/2.json, \(talks)/3.json and 3 more: "))
    #expect(line.contains("JSON of an unknown format") && line.contains("标题, 简介"))
    #expect(run.diagnostics.contains("skipped: .mp4: \(talks)/film.mp4: it is not a text file"))
    #expect(run.output.contains("skipped   7 files (6 .json, 1 .mp4)"))
    #expect(
      line.hasSuffix(
        " (this is the reason for the first file; --report FILE.csv lists the reason for each)"))
    try folder.write("{\"name\": \"y\", \"version\": 2}", to: "talks/5.json")
    let alike = await index("-g", "5.json", "-g", "package.json", "-g", "*.mp4")
    #expect(
      alike.diagnostics.contains(
        "with the keys name, version; `zimu formats` lists the known formats\n"))
  }

  /// Of all files with Chinese text most were not taken: a film and a package's file are none.
  @Test func mostlyNotTakenIsStatus2() async throws {
    #expect(await index().status == 0)
    for number in 1...2 {
      try folder.write("{\"标题\": \"第\(number)期\"}", to: "talks/\(number).json")
    }
    let run = await index()
    #expect(run.status == 2)
    #expect(run.diagnostics.hasPrefix("Most of the texts were not indexed: 2 of 3 files"))
    #expect(run.diagnostics.contains("zimu formats"))
  }

  @Test func reportsHaveARowForEachFile() async throws {
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n数据\n", to: "talks/a.srt")
    try folder.write("{\"segments\": [", to: "talks/broken.json")
    let csv = folder.path + "/files.csv"
    #expect(await index("--report", csv).status == 2)
    let rows = String(decoding: try TestData.bytes(csv), as: UTF8.self)
      .split(separator: "\n").map { $0.replacing(talks + "/", with: "") }
    #expect(rows.first == "file,outcome,format,encoding,cues,words,warnings,reason")
    #expect(rows.contains("a.srt,added,srt,UTF-8,1,1,0,"))
    #expect(rows.contains("a.txt,sibling,,,,,0,"))
    #expect(rows.contains("film.mp4,skipped,,,,,0,it is not a text file"))
    #expect(rows.contains { $0.hasPrefix("broken.json,rejected,,,,,0,") })
    #expect(rows.contains { $0.hasPrefix("package.json,skipped,,,,,0,") })
    #expect(rows.count == 6)
    let json = folder.path + "/files.json"
    #expect(await index("--report", json).status == 2)
    let objects = try JSONSerialization.jsonObject(with: Data(TestData.bytes(json)))
    let outcomes = (objects as? [[String: Any]])?.compactMap { $0["outcome"] as? String }
    #expect(outcomes == ["unchanged", "sibling", "rejected", "skipped", "skipped"])
    #expect(await index("--report", folder.path + "/files.txt").status == 64)
  }

  @Test func aFormatCanBeForced() async throws {
    try folder.write("00:00:01,000 --> 00:00:02,000\n数据\n", to: "talks/b.log")
    #expect(await index("--as", "text", "-g", "*.log").status == 0)
    let episodes = await CommandRun.zimu(
      "episodes", "--index", folder.path + "/index", "--format", "json")
    // As a subtitle it would be one cue.
    #expect(episodes.output.contains("\"cues\":2"))
    let wrong = await index("--as", "nonsense")
    #expect(wrong.status == 64 && wrong.diagnostics.contains("zimu formats"))
  }

  @Test func formatsAreListed() async throws {
    let run = await CommandRun.zimu("formats", "--format", "csv")
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "name,extensions,keeps,what")
    #expect(lines.contains("srt,srt,starts ends,SubRip"))
    let names = lines.dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(Set(names).count == names.count && names.count > 50)
  }
}
