import Indexing
import TestSupport
import Testing
import UserInput
import Zimu

/// Tables of terms on small transcripts that are made for one case each.
@Suite struct TermTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func index(_ files: [String: String]) async throws -> TranscriptIndex {
    for (name, text) in files { try folder.write(text, to: "t/" + name) }
    _ = try await IndexingRun(
      IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    ).run()
    return try TranscriptIndex(at: folder.path + "/x")
  }

  /// The columns of a term add up to its count, whatever is folded in one group.
  @Test(arguments: [Grouping.show, .month, .speaker, .week]) func wideTablesAddUp(
    grouping: Grouping
  ) async throws {
    let index = try await SampleIndex.open()
    var request = TermsRequest()
    (request.grouping, request.top) = (grouping, 400)
    let report = try index.wideTerms(request)
    for (row, cells) in zip(report.total.groups[0].rows, report.cells) {
      #expect(cells.reduce(0) { $0 + $1.count } == row.count, "\(row.term)")
    }
    // What a column holds is what the table of its group says.
    request.top = .max
    let groups = try index.terms(request).groups
    #expect(report.labels == groups.map(\.label))
    for (place, row) in report.total.groups[0].rows.prefix(20).enumerated() {
      for (group, cell) in zip(groups, report.cells[place]) {
        guard let same = group.rows.first(where: { $0.key == row.key }) else { continue }
        #expect(cell.count == same.count && cell.episodes == same.episodes)
        #expect(cell.perMillion == same.perMillion)
      }
    }
  }

  /// A transcript in one line does not stand whole below every row.
  @Test func longLinesAreCutAroundTheTerm() async throws {
    let line =
      String(repeating: "我们今天聊天气，", count: 3000) + "数据中心" + String(repeating: "，说到别的", count: 3000)
    let index = try await index(["a.txt": line, "b.txt": "数据中心很大"])
    var request = TermsRequest()
    (request.options.evidence, request.top) = (3, .max)
    let rows = try index.terms(request).groups[0].rows
    let lines = try #require(rows.first { $0.key == "数据" }).shown.evidence
    #expect(lines.map(\.cue.episodeName) == ["a.txt", "b.txt"] && lines[1].cue.text == "数据中心很大")
    #expect(
      lines[0].cue.text.utf8.count < 700 && lines[0].cue.text.hasPrefix("…")
        && lines[0].cue.text.hasSuffix("…")
    )
    for line in rows.flatMap(\.shown.evidence) {
      #expect(
        !line.cue.text.contains("\u{FFFD}") && line.match.upperBound <= line.cue.text.utf8.count)
    }
    #expect(String(decoding: Array(lines[0].cue.text.utf8)[lines[0].match], as: UTF8.self) == "数据")
  }

  @Test func loopsAreLeftOutOfReferencesToo() async throws {
    let loop = String(repeating: "感谢您观看这个频道\n", count: 20)
    let index = try await index(["a.txt": "频道里有数据\n" + loop, "b.txt": "模型很好\n"])
    var request = KeywordsRequest()
    (request.reference, request.minimumCount) = (.index(index), 1)
    request.options.excludedRepetitions = [.loops]
    #expect(try index.keywords(request).groups[0].rows.isEmpty)
    request.isNegative = true
    #expect(try index.keywords(request).groups[0].rows.isEmpty)
    var terms = TermsRequest()
    let marked = try index.terms(terms).groups[0].rows.filter {
      $0.shown.count(from: .loops, of: $0.count) != nil
    }
    #expect(
      marked.contains { $0.key == "频道" && $0.count == 21 && $0.shown.repeatedCounts[.loops] == 19 })
    terms.options.excludedRepetitions = [.loops]
    let left = try index.terms(terms).groups[0]
    #expect(left.rows.first { $0.key == "频道" }?.count == 2)
    #expect(try index.episodes.map(\.loopCueCount) == [19, 0])
  }

  /// One date far off makes too many months, and no series; the rest is told.
  @Test func reportsSurviveManyPeriods() async throws {
    let index = try await index(["1950-01-02 a.txt": "数据", "2024-01-02 b.txt": "模型"])
    let report = try index.report(ReportRequest())
    #expect(report.hasTooManyPeriods && report.rising == nil && report.terms.count == 2)
    #expect(throws: ZimuError.self) { try index.trends(TrendRequest(), rising: true) }
  }

  @Test func factsAreThoseOfTheSelection() async throws {
    let index = try await index(["a.txt": "甲：数据很多\n乙：模型\n甲：再见\n"])
    var request = ReportRequest()
    request.selection = "speaker:甲"
    let overview = try index.report(request).overview
    #expect(overview.cues == 2 && overview.words == 3)
  }
}
