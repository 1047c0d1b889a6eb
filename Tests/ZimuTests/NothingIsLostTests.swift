import FilePaths
import Foundation
import TestSupport
import Testing
import Zimu

/// What leaves an index leaves it for a reason that is told, and nothing else does.
@Suite struct NothingIsLostTests {
  private let folder: TemporaryFolder
  private let files = FileManager.default

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in [("a/一", "数据"), ("a/二", "模型"), ("b/三", "芯片")] {
      try folder.write("我们讨论\(text)\n", to: "talks/\(name).txt")
    }
  }

  private var talks: String { folder.path + "/talks" }
  private var index: String { folder.path + "/index" }

  @discardableResult
  private func run(
    _ paths: [String]? = nil, change: (inout IndexingOptions) throws -> Void = { _ in }
  ) async throws -> IndexingSummary {
    var options = IndexingOptions(paths: paths ?? [talks], indexPath: index)
    try change(&options)
    return try await IndexingRun(options).run()
  }

  private func names() throws -> [String] { try TranscriptIndex(at: index).names }

  @Test func pruningDropsWhatIsGoneAndNamesIt() async throws {
    try await run()
    try files.removeItem(atPath: talks + "/a/一.txt")
    try files.removeItem(atPath: talks + "/b")
    let summary = try await run { $0.prunes = true }
    #expect(summary.dropped.map(\.path.name) == ["一.txt", "三.txt"])
    #expect(summary.dropped.allSatisfy { $0.reason == .gone })
    #expect(try names() == ["二.txt"])
  }

  /// A disk that is not mounted leaves its folder empty: nothing there is known to be gone.
  @Test func pruningAnEmptyFolderDropsNothing() async throws {
    try await run()
    try files.moveItem(atPath: talks, toPath: folder.path + "/elsewhere")
    try files.createDirectory(atPath: talks, withIntermediateDirectories: false)
    let summary = try await run { $0.prunes = true }
    #expect(summary.dropped.isEmpty && summary.kept.count == 3)
    #expect(summary.kept.first?.reason == "\(talks) is empty; is its disk mounted?")
    // One level deeper it is the same: `b` is a disk of its own.
    try files.removeItem(atPath: talks)
    try files.moveItem(atPath: folder.path + "/elsewhere", toPath: talks)
    try files.removeItem(atPath: talks + "/b/三.txt")
    #expect(try await run { $0.prunes = true }.kept.map(\.path.name) == ["三.txt"])
    #expect(try names().count == 3)
  }

  @Test func pruningLooksOnlyBelowThePathsGiven() async throws {
    try await run()
    try files.removeItem(atPath: talks + "/a")
    #expect(try await run([talks + "/b"]) { $0.prunes = true }.dropped.isEmpty)
    let missing = try await run([talks + "/a"]) { $0.prunes = true }
    #expect(missing.dropped.isEmpty && missing.rejected.count == 1)
    #expect(try names().count == 3)
    #expect(try await run { $0.prunes = true }.dropped.count == 2)
  }

  /// Only `ENOENT` is gone: a loop of links, like a folder without permission, keeps what lies below.
  @Test func pruningKeepsWhatCannotBeSeen() async throws {
    try await run()
    try files.removeItem(atPath: talks + "/b")
    try files.createSymbolicLink(atPath: talks + "/b", withDestinationPath: talks + "/b")
    let summary = try await run { $0.prunes = true }
    #expect(summary.dropped.isEmpty && summary.kept.map(\.path.name) == ["三.txt"])
    #expect(summary.rejected.map(\.path.name) == ["b"])
  }

  @Test func siblingsStayApartInAnIndexThatKeepsThemApart() async throws {
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n另一集\n", to: "talks/a/一.srt")
    #expect(try await run { $0.takesAllFiles = true }.total.episodes == 4)
    let later = try await run([talks + "/a/一.srt"])
    #expect(later.total.episodes == 4 && later.dropped.isEmpty)
    #expect(try await run().total.episodes == 4)
    #expect(try await run { ($0.rebuilds, $0.engine) = (true, .icu) }.total.episodes == 4)
    #expect(try TranscriptIndex(at: index).verify().isEmpty)
  }

  @Test func aSiblingThatLeavesIsNamed() async throws {
    try await run()
    try folder.write("WEBVTT\n\n00:00.000 --> 00:01.000\n另一集\n", to: "talks/a/一.vtt")
    let summary = try await run()
    #expect(summary.dropped.map(\.path.name) == ["一.txt"])
    #expect(summary.dropped.map(\.reason) == [.replaced(by: "\(talks)/a/一.vtt")])
  }

  /// The names differ in their bytes, so the episodes do.
  @Test func namesThatLookAlikeAreTwoEpisodes() async throws {
    for name in ["\u{30AC}", "\u{30AB}\u{3099}"] {
      try folder.write("人类\n", to: "talks/\(name).txt")
    }
    let gbk = FilePath(talks).appending(FilePath(bytes: [0xCE, 0xD2] + Array(".txt".utf8)))
    let file = gbk.withCString { fopen($0, "w") }
    fputs("人类\n", file)
    fclose(file)
    #expect(try await run().total.episodes == 6)
    #expect(try await run().unchanged == 6)
    #expect(try names().contains("\\xCE\\xD2.txt"))
    #expect(try TranscriptIndex(at: index).search("人类").hits.count == 3)
    #expect(try IndexMaintenance(index).remove(["\\xCE\\xD2.txt"]) == 5)
    #expect(try IndexMaintenance(index).remove(["\u{30AC}.txt"]) == 4)
    #expect(try names().contains { $0.utf8.elementsEqual("\u{30AB}\u{3099}.txt".utf8) })
  }

  @Test func rebuildingIsOneCommit() async throws {
    try await run()
    let before = try IndexDirectory(index).open().generation
    try folder.write("新的一集\n", to: "talks/c.txt")
    try folder.write("我们讨论模型和数据\n", to: "talks/a/二.txt")
    let summary = try await run { ($0.rebuilds, $0.engine) = (true, .icu) }
    #expect(summary.added == 1 && summary.replaced == 1 && summary.rebuilt == 2)
    #expect(try IndexDirectory(index).open().generation == before + 1)
    #expect(try TranscriptIndex(at: index).verify().isEmpty)
    let rebuilt = try TranscriptIndex(at: index).count(CountRequest(KeywordList(["数据"])))
    #expect(rebuilt.cells[0].map(\.count) == [2])
  }

  @Test func changesOfWhatIsKnownAreToldApart() async throws {
    try await run()
    let shows = try await run { $0.show = "会议" }
    #expect(shows.updated == 3 && shows.unchanged == 0 && shows.changes == [.show: 3])
    let links = try await run { ($0.show, $0.urlTemplate) = ("会议", "https://x/{name}?t={seconds}") }
    #expect(links.updated == 3 && links.changes == [.link: 3])
    // A file that is named alone keeps the show that its folder gave it.
    let named = try await run([talks + "/a/一.txt"])
    #expect(named.unchanged == 1 && named.updated == 0)
    #expect(named.total == shows.total && named.total.cues == 3)
  }

  @Test(arguments: [1, 4]) func sameContentIsNamedOrLeftOut(jobs: Int) async throws {
    try folder.write("我们讨论数据\n", to: "talks/0 又一.txt")
    let named = try await run { $0.jobs = jobs }
    #expect(named.duplicates.map(\.path.name) == ["一.txt"] && named.total.episodes == 4)
    #expect(named.duplicates.map(\.original.name) == ["0 又一.txt"])
    #expect(named.duplicates.map(\.isIndexed) == [true])
    try files.removeItem(atPath: index)
    let left = try await run { ($0.jobs, $0.leavesOutDuplicates) = (jobs, true) }
    #expect(left.total.episodes == 3 && left.duplicates.map(\.isIndexed) == [false])
    // The episode that is there stays, whatever its place among the paths.
    try folder.write("我们讨论模型\n", to: "talks/0.txt")
    let later = try await run { $0.leavesOutDuplicates = true }
    #expect(later.duplicates.map(\.path.name).contains("0.txt") && later.total.episodes == 3)
  }

  @Test func tablesSayWhyTheyAreNotTaken() async throws {
    try folder.write("id,title\n1,x\n", to: "talks/list.csv")
    try folder.write(
      "Start Time,End Time,Speaker,Text\n0:00:01,0:00:02,甲,你好\n", to: "talks/times.csv")
    let summary = try await run()
    #expect(
      summary.notClaimed.map(\.reason) == [
        "no column is called text, transcript or content; the first line has “id”, “title”"
      ])
    let hit = try #require(try TranscriptIndex(at: index).search("你好").hits.first)
    #expect(hit.start == 1000 && hit.end == 2000)
    #expect(hit.speaker == "甲")
    #expect(try await run([talks + "/list.csv"]).rejected.map(\.path.name) == ["list.csv"])
  }
}
