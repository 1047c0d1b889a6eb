import FilePaths
import Foundation
import Indexing
import InvertedIndex
import TestSupport
import Testing
import Transcripts
import UserInput
import Zimu

/// What tables, feeds and names say of episodes, which of it counts, and where it came from.
@Suite struct MetadataSourcesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @discardableResult
  private func run(
    _ paths: [String] = ["talks"], _ change: (inout IndexingOptions) -> Void = { _ in }
  ) async throws -> IndexingSummary {
    var options = IndexingOptions(
      paths: paths.map { "\(folder.path)/\($0)" }, indexPath: folder.path + "/index")
    change(&options)
    return try await IndexingRun(options).run()
  }

  private var episodes: [EpisodeRecord] {
    get throws { try TranscriptIndex(at: folder.path + "/index").episodes.map(\.record) }
  }

  private func path(_ name: String) -> FilePath { FilePath("\(folder.path)/\(name)") }

  private func sources(_ record: EpisodeRecord, _ field: EpisodeStatement.Field) -> [String] {
    record.statements.filter { $0.field == field }.map { "\($0.source) \($0.value)" }
  }

  private func codes(_ summary: IndexingSummary) -> [TranscriptWarning] {
    summary.warnings.map(\.warning)
  }

  @Test func namesGiveNumbers() async throws {
    try folder.write("数据\n", to: "talks/pie-ep64.mp3.srt.txt")
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n数据\n", to: "talks/pie-ep65.mp3.srt")
    try await run()
    let episode = try #require(try episodes.last)
    #expect(episode.number == 65 && episode.title == "pie-ep65")
  }

  /// The most explicit source counts, and nothing that another one said is lost.
  @Test func theMostExplicitSourceCounts() async throws {
    let text = "---\ntitle: 内容\nshow: 节目\ndate: 2024-01-04\n---\n数据\n"
    try folder.write(text, to: "talks/甲/2024-01-05 一.md")
    try await run()
    #expect(try sources(episodes[0], .title) == ["content 内容", "fileName 一"])
    #expect(try sources(episodes[0], .show) == ["content 节目", "folder 甲"])
    #expect(try episodes[0].date == "2024-01-04")
    try folder.write(
      #"{"title": "信息", "upload_date": "20240103"}"#, to: "talks/甲/2024-01-05 一.info.json")
    let feed =
      "<rss><channel><title>源</title><item><title>馈</title><guid>2024-01-05 一</guid></item></channel></rss>"
    try folder.write(feed, to: "feed.xml")
    try folder.write("path,title\n2024-01-05 一.md,表\n", to: "talks/甲/metadata.csv")
    try folder.write("path,title,show\n一.md,无,\n甲/2024-01-05 一.md,令,令节\n", to: "more/all.csv")
    let summary = try await run {
      $0.feeds = [path("feed.xml")]
      $0.metadataTables = [path("more/all.csv")]
      $0.show = "会议"
    }
    #expect(codes(summary) == [TranscriptWarning(.noFile("一.md"), line: 2)])
    let record = try #require(try episodes.first)
    #expect(summary.readEpisodes == 0 && record.title == "令" && record.show == "会议")
    #expect(
      sources(record, .title) == [
        "metadataTable 令", "folderTable 表", "feed 馈", "infoFile 信息", "content 内容", "fileName 一",
      ])
    #expect(
      sources(record, .show) == [
        "commandLine 会议", "metadataTable 令节", "feed 源", "content 节目", "folder 甲",
      ])
    #expect(
      sources(record, .date) == [
        "infoFile 2024-01-03", "content 2024-01-04", "fileName 2024-01-05",
      ])
    // Without their options a table and a feed stay, the show of the command line does not.
    try await run()
    #expect(try episodes[0].title == "令" && episodes[0].show == "令节")
    try FileManager.default.removeItem(atPath: folder.path + "/talks/甲/metadata.csv")
    try folder.write("path,title\nx.md,y\n", to: "more/all.csv")
    let later = try await run { $0.metadataTables = [path("more/all.csv")] }
    #expect(try episodes[0].title == "馈" && episodes[0].show == "源")
    #expect(codes(later) == [TranscriptWarning(.noFile("x.md"), line: 2)])
  }

  /// A file beside an episode's is read again when its size or time changed, or if all content is to be checked.
  @Test func unchangedInfoFilesAreNotRead() async throws {
    try folder.write("数据\n", to: "talks/a.txt")
    let info = folder.path + "/talks/a.info.json"
    func write(_ title: String, at time: Date) throws {
      try folder.write(#"{"title": "\#(title)"}"#, to: "talks/a.info.json")
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: info)
    }
    let time = Date(timeIntervalSince1970: 1_700_000_000)
    try write("一", at: time)
    try await run()
    try write("二", at: time)
    #expect(try await run().unchanged == 1)
    #expect(try episodes[0].title == "一")
    try await run { $0.checksContent = true }
    #expect(try episodes[0].title == "二")
    try write("三", at: time)
    try await run { $0.updatesMetadata = true }
    #expect(try episodes[0].title == "三")
    try write("四", at: time.addingTimeInterval(1))
    #expect(try await run().updated.count == 1)
    try FileManager.default.removeItem(atPath: info)
    try await run()
    #expect(try episodes[0].title == "a" && episodes[0].infoFile == nil)
  }

  /// Rows lead to files by the path from the table, with the extension or without; what they don't lead to is said.
  @Test func rowsAndFilesWithoutEachOtherAreSaid() async throws {
    for name in ["a.srt.txt", "b.mp3.txt", "deep/c.txt", "d.txt"] {
      try folder.write("数据\n", to: "talks/\(name)")
    }
    try folder.write(
      "path,title\na.srt.txt,甲\nb.mp3,乙\ndeep/c,丙\nnone.txt,无\nbad.txt,,\n",
      to: "talks/metadata.csv")
    try folder.write("path,date\nc.txt,2024-02-30\n", to: "talks/deep/metadata.csv")
    let summary = try await run()
    #expect(try episodes.map(\.title) == ["甲", "乙", "d", "c"])
    #expect(
      Set(codes(summary)) == [
        TranscriptWarning(.noFile("deep/c"), line: 4),
        TranscriptWarning(.noFile("none.txt"), line: 5),
        TranscriptWarning(.noFile("bad.txt"), line: 6),
        TranscriptWarning(.unreadableDate("2024-02-30"), line: 2),
      ])
    #expect(summary.withoutMetadata == [path("talks/d.txt")])
    #expect(summary.skipped.isEmpty)
  }

  /// Paths may lead through folders above; only what they lead to is meant.
  @Test func rowsLeadThroughFoldersAbove() async throws {
    for name in ["a/x.txt", "b/x.txt", "b/y.txt"] { try folder.write("数据\n", to: "talks/\(name)") }
    try folder.write("path,title\n../b/x.txt,甲\n./../a/./x.txt,乙\n", to: "talks/a/metadata.csv")
    try folder.write("path,title\n../talks/b/y.txt,丙\n", to: "more/all.csv")
    let summary = try await run { $0.metadataTables = [path("more/all.csv")] }
    #expect(try episodes.map(\.title) == ["乙", "甲", "丙"] && summary.warnings.isEmpty)
  }

  /// A run over a part of the files knows the tables above it, and does not miss the files of other rows.
  @Test func tablesAboveARunCount() async throws {
    for name in ["甲/1.txt", "甲/2.txt", "乙/3.txt"] {
      try folder.write("\(name)\n", to: "talks/\(name)")
    }
    try folder.write("path,title\n甲/1.txt,一\n甲/2.txt,二\n乙/3.txt,三\n", to: "talks/metadata.csv")
    try folder.write("a,b\n1,2\n", to: "metadata.csv")
    for paths in [["talks"], ["talks/甲"], ["talks/乙/3.txt"]] {
      let summary = try await run(paths)
      #expect(summary.updated.isEmpty && summary.warnings.isEmpty && summary.skipped.isEmpty)
      let update = try await run(paths) { $0.updatesMetadata = true }
      #expect(update.updated.isEmpty && update.warnings.isEmpty && update.skipped.isEmpty)
    }
    #expect(try episodes.map(\.title) == ["三", "一", "二"])
  }

  /// A file that is named alone keeps the date that it has because all names of its folder have one.
  @Test func namedFilesKeepTheDatesOfTheirFolder() async throws {
    for name in ["会议2020.txt", "会议2021.txt"] { try folder.write("\(name)\n", to: "talks/\(name)") }
    try await run()
    #expect(try episodes.map(\.date) == ["2020", "2021"])
    #expect(try await run(["talks/会议2021.txt"]).updated.isEmpty)
    #expect(try episodes.map(\.date) == ["2020", "2021"])
    try folder.write("其他\n", to: "talks/其他.txt")
    try await run()
    #expect(try episodes.map(\.date) == ["", "", ""])
  }

  @Test func aRowForSeveralFilesIsSaid() async throws {
    try folder.write("数据\n", to: "talks/a/x.txt")
    try folder.write("数据\n", to: "talks/b/x.txt")
    try folder.write("path,show\nx.txt,甲\nb/x.txt,乙\nx.txt,丙\n", to: "all.csv")
    let summary = try await run { $0.metadataTables = [path("all.csv")] }
    #expect(try episodes.map(\.show) == ["甲", "乙"])
    #expect(codes(summary) == [TranscriptWarning(.repeatedPath("x.txt"), line: 4)])
    try folder.write("path,show\nx.txt,甲\n", to: "all.csv")
    let again = try await run { $0.metadataTables = [path("all.csv")] }
    #expect(codes(again) == [TranscriptWarning(.severalFiles("x.txt", count: 2), line: 2)])
    await #expect(throws: InputError.self) {
      try await run { $0.metadataTables = [path("talks/a/x.txt")] }
    }
  }

  /// Of an item's transcripts the one with times is taken, whatever their names.
  @Test func theTranscriptWithTimesIsTaken() async throws {
    var items = ""
    for number in 1...3 {
      let srt = "1\n00:00:01,000 --> 00:00:02,000\n数据\n"
      try folder.write(srt, to: "talks/captions-\(number).srt")
      try folder.write("数据\n", to: "talks/a text \(number).txt")
      try folder.write("<html><body><p>数据</p></body></html>", to: "talks/page-\(number).html")
      let addresses = ["a%20text%20\(number).txt", "page-\(number).html", "captions-\(number).srt"]
      items += "<item><title>第\(number)期</title><itunes:episode>\(number)</itunes:episode>"
      items +=
        "<podcast:person>甲</podcast:person><podcast:person role=\"guest\">乙\(number)</podcast:person>"
      for address in addresses {
        items += "<podcast:transcript url=\"https://e.org/\(address)?v=1\"/>"
      }
      items += "</item>"
    }
    try folder.write("<rss><channel><title>夜航</title>\(items)</channel></rss>", to: "feed.xml")
    let summary = try await run { $0.feeds = [path("feed.xml")] }
    #expect(
      try episodes.map(\.path.name.description) == [
        "captions-1.srt", "captions-2.srt", "captions-3.srt",
      ])
    #expect(try episodes.map(\.title) == ["第1期", "第2期", "第3期"])
    #expect(try episodes.map(\.duration) == [2_000, 2_000, 2_000])
    #expect(
      try episodes.map(\.number) == [1, 2, 3]
        && episodes.map { $0.tag("guest") } == [["乙1"], ["乙2"], ["乙3"]])
    #expect(summary.siblings.count == 6 && summary.warnings.isEmpty)
  }

  /// Files are found by recording, guid, title and number; what is of no file is said.
  @Test func itemsFindTheirFiles() async throws {
    for name in ["rec 1.zh-CN.txt", "guid-2.txt", "2024-05-01 第三 夜.txt", "pie-ep4.txt", "x.txt"] {
      try folder.write("数据\n", to: "talks/\(name)")
    }
    let items = [
      "<title>甲</title><enclosure url='https://e.org/a/rec%201.mp3'/>",
      "<title>乙</title><guid>https://e.org/guid-2</guid>", "<title>第三夜!</title>",
      "<title>丁</title><itunes:episode>4</itunes:episode>",
      "<title>戊</title><itunes:episode>5</itunes:episode>",
    ].map { "<item>\($0)</item>\n" }.joined()
    try folder.write("<rss><channel><title>夜航</title>\(items)</channel></rss>", to: "feed.xml")
    let summary = try await run { $0.feeds = [path("feed.xml")] }
    let titles = Dictionary(
      uniqueKeysWithValues: try episodes.map { ($0.path.name.description, $0.title) })
    #expect(
      titles == [
        "rec 1.zh-CN.txt": "甲", "guid-2.txt": "乙", "2024-05-01 第三 夜.txt": "第三夜!",
        "pie-ep4.txt": "丁",
        "x.txt": "x",
      ])
    #expect(codes(summary) == [TranscriptWarning(.noFile("戊"), line: 5)])
    #expect(summary.withoutMetadata == [path("talks/x.txt")])
  }

  @Test func patternsOfNamesAreTheUsers() async throws {
    try folder.write("数据\n", to: "talks/夜航/2024-11-30 DPP 年会.txt")
    try folder.write("数据\n", to: "talks/夜航/年会 第3期.txt")
    let summary = try await run { $0.namePattern = NamePattern("{show}/{date} {party} {title}") }
    #expect(try episodes.map(\.title) == ["年会", "年会 第3期"] && episodes.map(\.number) == [nil, 3])
    #expect(try episodes[0].tag("party") == ["DPP"])
    #expect(summary.unmatchedNames == [path("talks/夜航/年会 第3期.txt")])
    #expect(try sources(episodes[0], .show) == ["fileName 夜航", "folder 夜航"])
  }

  /// Tags select and group; a table's further columns are tags where all rows of an episode agree.
  @Test func tagsSelectAndGroup() async throws {
    let rows = [
      "video_id,text,party,line", "v1,数据 中心,DPP,1", "v1,数据,DPP,2", "v2,数据,KMT,1", "v3,模型,,1",
    ]
    try folder.write(rows.joined(separator: "\n"), to: "talks/all.csv")
    try await run()
    let index = try TranscriptIndex(at: folder.path + "/index")
    #expect(try index.episodes.map(\.tagNames) == [["party"], ["line", "party"], ["line"]])
    #expect(try index.episodes(where: "tag:party=dpp").map(\.position) == [0])
    #expect(try index.episodes(where: "tag:party=").map(\.position) == [2])
    var request = CountRequest(KeywordList(["数据"]))
    request.grouping = .tag("party")
    let counts = try index.count(request)
    #expect(counts.labels == ["", "DPP", "KMT"])
    #expect(Grouping(rawValue: "tag:Party") == .tag("party") && Grouping(rawValue: "tag:") == nil)
    #expect(Grouping.tag("party").rawValue == "tag:party")
  }

  /// A speaker of all cues is one only where the transcript names nobody, and can change without reading it.
  @Test func aSpeakerMayBeGiven() async throws {
    try folder.write("数据\n模型\n", to: "talks/a.txt")
    try folder.write("甲：数据\n乙：模型\n", to: "talks/b.txt")
    try folder.write("path,speaker\na.txt,主席\nb.txt,主席\n", to: "talks/metadata.csv")
    try await run()
    func speakers() throws -> [String: Int] {
      let groups = try TranscriptIndex(at: folder.path + "/index").statistics(
        where: nil, by: .speaker)
      return Dictionary(uniqueKeysWithValues: groups.map { ($0.label, $0.cues) })
    }
    #expect(try speakers() == ["主席": 2, "甲": 1, "乙": 1])
    #expect(try TranscriptIndex.verify(at: folder.path + "/index").faults.isEmpty)
    try folder.write("path,speaker\na.txt,部长\n", to: "talks/metadata.csv")
    try await run { $0.updatesMetadata = true }
    #expect(try speakers() == ["部长": 2, "甲": 1, "乙": 1])
    try await run { $0.rebuilds = true }
    #expect(try speakers() == ["部长": 2, "甲": 1, "乙": 1])
    try folder.write("path,speaker\n", to: "talks/metadata.csv")
    #expect(try await run().readEpisodes == 0)
    #expect(try speakers() == ["": 2, "甲": 1, "乙": 1])
    #expect(try TranscriptIndex.verify(at: folder.path + "/index").faults.isEmpty)
  }

  /// What is said changes though the transcripts are gone.
  @Test func metadataAreUpdatedWithoutTranscripts() async throws {
    let text = "---\ntitle: 内容\n---\n数据\n"
    try folder.write(text, to: "talks/甲/2024-01-05 一.md")
    try folder.write("数据\n", to: "talks/乙/二.txt")
    try folder.write("path,title,party\n甲/2024-01-05 一.md,表,DPP\n", to: "talks/metadata.csv")
    try await run()
    try FileManager.default.removeItem(atPath: folder.path + "/talks")
    try folder.write("path,title,party\n2024-01-05 一.md,新表,KMT\n", to: "talks/甲/metadata.csv")
    let summary = try await run(["talks/甲"]) { $0.updatesMetadata = true }
    #expect(summary.updated.map(\.differences.count) == [2] && summary.readEpisodes == 0)
    #expect(try episodes.map(\.title) == ["二", "新表"] && episodes[1].tag("party") == ["KMT"])
    #expect(try episodes.map(\.date) == ["", "2024-01-05"] && episodes.map(\.show) == ["乙", "甲"])
    try FileManager.default.removeItem(atPath: folder.path + "/talks")
    try await run { $0.updatesMetadata = true }
    #expect(try episodes.map(\.title) == ["二", "内容"] && episodes[1].tagNames.isEmpty)
    #expect(try await run { $0.updatesMetadata = true }.unchanged == 2)
    #expect(
      try TranscriptIndex(at: folder.path + "/index").count(CountRequest(KeywordList(["数据"])))
        .labels == [""])
  }
}
