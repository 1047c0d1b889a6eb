import Foundation
import Indexing
import TestSupport
import Testing
import Transcripts
import UserInput
import Zimu

/// Files that hold many episodes: archives and tables.
@Suite struct ContainerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n我们讨论数据\n", to: "in/乙/b.srt")
    try folder.write("WEBVTT\n\n00:01.000 --> 00:02.000\n我们讨论数据\n", to: "in/乙/b.vtt")
    try folder.write("人类和模型\n", to: "in/甲/2024-05-06 a.txt")
    try folder.write("x", to: "in/README.md")
    try folder.write([0, 1, 2, 3, 255, 254, 0, 0], to: "in/甲/a.mp3")
  }

  private func shell(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "mkdir -p talks && \(command)"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func run(
    _ change: (inout IndexingOptions) -> Void = { _ in }
  ) async throws -> (IndexingSummary, TranscriptIndex) {
    var options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    change(&options)
    let summary = try await IndexingRun(options).run()
    return (summary, try TranscriptIndex(at: options.indexPath))
  }

  private func names(_ index: TranscriptIndex) throws -> [String] {
    try index.episodes.map { $0.path.description.replacing(folder.path + "/talks/", with: "") }
  }

  @Test(arguments: [
    "python3 -m zipfile -c talks/all.zip in/乙 in/甲 in/README.md",
    "tar cf talks/all.zip in/甲 in/README.md in/乙", "tar czf talks/all.zip in",
  ])
  func archivesAreFolders(command: String) async throws {
    try shell(command)
    let (summary, index) = try await run()
    let prefix = command.hasPrefix("python3") ? "all.zip/" : "all.zip/in/"
    #expect(try names(index) == ["\(prefix)乙/b.vtt", "\(prefix)甲/2024-05-06 a.txt"])
    #expect(try index.episodes.map(\.date) == ["", "2024-05-06"])
    #expect(summary.siblings.count == 1)
    #expect(summary.skipped.count == 2)
    #expect(try index.cueCount("数据") == 1)
    let again = try await run()
    #expect(again.0.unchanged == 2 && again.0.added == 0)
  }

  /// Tables, what downloaders wrote and forms of dates count in archives as they do in folders.
  @Test(arguments: [
    "python3 -m zipfile -c talks/all.zip in/乙 in/丙", "tar czf talks/all.zip in/乙 in/丙",
  ])
  func archivesHoldMetadata(command: String) async throws {
    try folder.write(
      "path,title,party\nb.vtt,题目,DPP\nnone.srt,无,\n../丙/24-03-05 c.srt,丙,\n",
      to: "in/乙/metadata.csv")
    for name in ["24-03-05 c", "24-03-06 d"] {
      try folder.write("1\n00:00:01,000 --> 00:00:02,000\n\(name)\n", to: "in/丙/\(name).srt")
    }
    try folder.write(#"{"title": "丁", "channel": "频道"}"#, to: "in/丙/24-03-06 d.info.json")
    try folder.write("{}", to: "in/丙/alone.info.json")
    try shell(command)
    for _ in 1...2 {
      let (summary, index) = try await run()
      #expect(try index.episodes.map(\.title) == ["丙", "丁", "题目"])
      #expect(try index.episodes.map(\.date) == ["2024-03-05", "2024-03-06", ""])
      #expect(
        try index.episodes.map(\.show)[1] == "频道" && index.episodes[2].tag("party") == ["DPP"])
      #expect(summary.warnings.map(\.warning) == [TranscriptWarning(.noFile("none.srt"), line: 3)])
      #expect(summary.skipped.map(\.path.name) == ["alone.info.json"] && summary.rejected.isEmpty)
    }
    let updated = try await run { $0.updatesMetadata = true }
    #expect(updated.0.unchanged == 3 && updated.0.updated.isEmpty)
    try folder.write("path,title\nb.vtt,新题\n", to: "in/乙/metadata.csv")
    try shell("rm talks/all.zip && \(command)")
    let again = try await run { $0.updatesMetadata = true }
    #expect(try again.1.episodes.map(\.title) == ["c", "丁", "新题"])
  }

  @Test func compressedFilesAreEpisodes() async throws {
    try shell(
      "gzip -c in/乙/b.srt > talks/b.srt.gz && zstd -q -c 'in/甲/2024-05-06 a.txt' > 'talks/2024-05-06 a.txt.zst'"
    )
    let (_, index) = try await run()
    #expect(try names(index) == ["2024-05-06 a.txt.zst", "b.srt.gz"])
    #expect(try index.episodes.map(\.title) == ["a", "b"])
    #expect(try index.episodes.map(\.date) == ["2024-05-06", ""])
    #expect(try await run().0.unchanged == 2)
  }

  /// What left an archive leaves the index with --prune only, as files do.
  @Test func membersThatAreGone() async throws {
    try shell("tar czf talks/all.tgz in/甲 in/乙")
    _ = try await run()
    try shell("rm talks/all.tgz; tar czf talks/all.tgz in/甲")
    #expect(try await run().1.episodes.count == 2)
    let (summary, index) = try await run { $0.prunes = true }
    #expect(try names(index) == ["all.tgz/in/甲/2024-05-06 a.txt"])
    #expect(summary.pruned.count == 1)
    try shell("mv talks/all.tgz talks/new.tgz")
    let moved = try await run()
    #expect(moved.0.moved.count == 1)
    #expect(try names(moved.1) == ["new.tgz/in/甲/2024-05-06 a.txt"])
  }

  @Test func brokenArchivesAreRejected() async throws {
    try shell("tar czf all.tgz in && head -c 150 all.tgz > talks/cut.tgz")
    try shell("printf 'PK\\003\\004nothing' > talks/no.zip; cp in/乙/b.srt talks/")
    let (summary, index) = try await run()
    #expect(try names(index) == ["b.srt"])
    #expect(Set(summary.rejected.map(\.path.name.description)) == ["cut.tgz", "no.zip"])
  }

  /// The bytes of an index do not depend on the number of workers, nor on the order in an archive.
  @Test func archivesAreTheSameForAnyNumberOfWorkers() async throws {
    for number in 0..<40 {
      try folder.write("我们讨论数据和第\(number)个模型\n", to: "in/丙/\(39 - number).txt")
    }
    try shell("tar czf talks/all.tgz in")
    var bytes: Set<Set<[UInt8]>> = []
    for jobs in [1, 2, 5] {
      let path = folder.path + "/index-\(jobs)"
      _ = try await run {
        $0.jobs = jobs
        $0.indexPath = path
      }
      bytes.insert(
        Set(try folder.contents(of: "index-\(jobs)").map { try TestData.bytes("\(path)/\($0)") }))
    }
    #expect(bytes.count == 1)
  }

  @Test func tablesHoldManyEpisodes() async throws {
    let rows = """
      video_id,start,end,speaker,text,title,upload_date,channel
      v2,0.5,1.5,甲,我们讨论数据,第二期,20240305,夜话
      v2,1.5,2.5,乙,"模型, 很好",第二期,20240305,夜话
      v1,0,1,甲,人类,第一期,2024-02-01,夜话
      v2,3,4,乙,再见,第二期,20240305,夜话
      """
    try folder.write(rows, to: "talks/all.csv")
    let (summary, index) = try await run()
    #expect(try names(index) == ["all.csv/v1", "all.csv/v2"])
    #expect(try index.episodes.map(\.title) == ["第一期", "第二期"])
    #expect(try index.episodes.map(\.date) == ["2024-02-01", "2024-03-05"])
    #expect(try index.episodes.map(\.show) == ["夜话", "夜话"])
    #expect(try index.episodes.map(\.cueCount) == [1, 3])
    #expect(summary.warnings.isEmpty)
    let hit = try #require(try index.search("模型").hits.first)
    #expect(hit.cue.start == 1_500 && hit.cue.end == 2_500 && hit.cue.speaker == "乙")
    #expect(try await run().0.unchanged == 2)
    let whole = try await run {
      $0.episodeColumn = "none"
      $0.indexPath = folder.path + "/whole"
    }
    #expect(try names(whole.1) == ["all.csv"])
  }

  @Test(arguments: [
    ("jsonl", "", "\n", ""), ("json", "[\n", ",\n", "\n]"),
  ])
  func jsonTablesToo(ending: String, open: String, between: String, close: String) async throws {
    let rows = [
      #"{"episode": "二", "start": 1.5, "end": 2, "text": "我们讨论数据"}"#,
      #"{"episode": "一", "start": 0, "end": 1, "text": "人类 \"]}{[\" 模型"}"#,
      #"{"episode": "二", "start": 2, "end": 3, "text": "再见"}"#,
    ]
    try folder.write(open + rows.joined(separator: between) + close, to: "talks/all.\(ending)")
    let (_, index) = try await run()
    #expect(try names(index) == ["all.\(ending)/一", "all.\(ending)/二"])
    #expect(try index.episodes.map(\.cueCount) == [1, 2])
    #expect(try index.search("数据").hits.map(\.cue.start) == [1_500])
  }

  /// Without times a row is a document, whatever format its text has.
  @Test func rowsWithoutTimesAreDocuments() async throws {
    let rows = [
      #"{"id": "a", "title": "第一期", "text": "主席：我们讨论数据\n委员：好的"}"#,
      #"{"id": "b", "title": "第二期", "text": "1\n00:00:01,000 --> 00:00:02,000\n人类\n"}"#,
    ]
    try folder.write(rows.joined(separator: "\n"), to: "talks/all.jsonl")
    let (_, index) = try await run()
    #expect(try names(index) == ["all.jsonl/第一期", "all.jsonl/第二期"])
    #expect(try index.episodes.map(\.speakers) == [["主席", "委员"], []])
    #expect(try index.search("人类").hits.map(\.cue.start) == [1_000])
  }

  @Test func tablesOfOneEpisodeAreFiles() async throws {
    try folder.write("file,from,to,text\na.mp3,0,1,数据\na.mp3,1,2,模型\n", to: "talks/one.csv")
    #expect(try names(try await run().1) == ["one.csv"])
  }

  @Test func brokenRowsAreSaid() async throws {
    let rows = [
      #"{"episode": "一", "start": 0, "end": 1, "text": "数据"}"#, #"{"episode": "一", "start":"#,
      #"{"episode": "二", "start": 0, "end": 1, "text": "模型"}"#, #"{"episode": "二"}"#, "",
    ]
    try folder.write(rows.joined(separator: "\n"), to: "talks/all.jsonl")
    let (summary, index) = try await run()
    #expect(try names(index) == ["all.jsonl/一", "all.jsonl/二"])
    let broken = try #require(summary.warnings.first { $0.path.name == "all.jsonl" })
    #expect(broken.warning.code == .brokenJSONLines(count: 1) && broken.warning.line == 2)
    let other = try #require(summary.warnings.first { $0.path.name == "二" })
    #expect(other.warning.line == nil)
    try folder.write("[" + rows[0] + ", " + rows[2] + ", {\"episode\": ", to: "talks/all.jsonl")
    #expect(try await run().0.warnings.map(\.warning.code) == [.brokenJSONLines(count: 1)])
  }

  @Test func otherDocumentsAreOneFile() async throws {
    try shell(
      "mkdir -p xl && echo '<a/>' > '[Content_Types].xml' && echo '<a/>' > xl/workbook.xml"
        + " && python3 -m zipfile -c talks/book.xlsx '[Content_Types].xml' xl")
    try folder.write("", to: "talks/empty.srt")
    let (summary, _) = try await run()
    #expect(
      summary.skipped.map { ($0.cause as? TranscriptError)?.code } == [.otherDocument, .empty])
  }

  /// Links have no content; those to transcripts are said, the picture's is not.
  @Test func linksInArchivesAreSaid() async throws {
    try shell("ln -s b.srt in/乙/c.srt && ln -s x.png in/乙/y.png && tar cf talks/all.tar in")
    let (summary, index) = try await run()
    #expect(try names(index) == ["all.tar/in/乙/b.vtt", "all.tar/in/甲/2024-05-06 a.txt"])
    let links = summary.skipped.filter {
      ($0.cause as? TranscriptError)?.code == .archive(.link)
    }
    #expect(links.map { $0.path.name.description } == ["c.srt"])
  }

  /// As `tar --append` leaves them.
  @Test func theLastOfEqualNamesIsTaken() async throws {
    try shell("tar cf talks/all.tar in/甲 && echo 机器人 > 'in/甲/2024-05-06 a.txt'")
    try shell("tar rf talks/all.tar 'in/甲/2024-05-06 a.txt'")
    let (summary, index) = try await run()
    #expect(try index.cueCount("机器人") == 1 && index.cueCount("人类") == 0)
    #expect(
      summary.skipped.contains {
        ($0.cause as? TranscriptError)?.code == .archive(.repeated)
      })
  }

  @Test func tablesInArchivesAreTables() async throws {
    try folder.write("episode,from,to,text\n二,0,1,数据\n一,0,1,模型\n", to: "in/all.csv")
    try shell("tar czf talks/x.tar.gz in")
    let (summary, index) = try await run()
    let prefix = "x.tar.gz/in/"
    #expect(
      try names(index) == [
        "\(prefix)all.csv/一", "\(prefix)all.csv/二", "\(prefix)乙/b.vtt",
        "\(prefix)甲/2024-05-06 a.txt",
      ])
    #expect(summary.warnings.isEmpty)
    #expect(try await run().0.unchanged == 4)
  }

  @Test func containersLeaveAsOne() async throws {
    try shell("tar cf talks/x.tar.gz -C in 甲 乙 && cp in/乙/b.srt talks/")
    let (_, index) = try await run()
    #expect(try index.episodes.map(\.show) == ["", "乙", "甲"])
    let maintenance = IndexMaintenance(at: folder.path + "/index")
    #expect(throws: ZimuError.self) { try maintenance.remove(["x.tar.gz/甲"]) }
    #expect(try maintenance.remove(["x.tar.gz"]) == (2, 1))
  }
}
