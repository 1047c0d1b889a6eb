import Indexing
import TestSupport
import Testing
import Zimu

/// The sample transcripts, indexed once for all tests.
enum SampleIndex {
  static let folder = Result { try TemporaryFolder() }
  static let summary = Task {
    var options = IndexingOptions(
      paths: [TestData.corpus], indexPath: try folder.get().path + "/index")
    options.globs = [TestData.corpusGlob]
    return try await IndexingRun(options).run()
  }

  static func open() async throws -> TranscriptIndex {
    _ = try await summary.value
    return try TranscriptIndex(at: try folder.get().path + "/index")
  }
}

@Suite struct CorpusTests {
  @Test func everythingIsIndexed() async throws {
    let summary = try await SampleIndex.summary.value
    #expect(summary.added == 26)
    #expect(summary.siblings.count == 4)
    #expect(summary.warnings.isEmpty && summary.rejected.isEmpty)
    let index = try await SampleIndex.open()
    #expect(try Set(index.episodes.map(\.show)) == ["夜航科技", "城市議事", "周末创业直播"])
    #expect(try index.episodes.allSatisfy { $0.date.hasPrefix("2024-") })
    #expect(try index.names.contains("夜航科技/2024-05-19 多模态发布会.json"))
  }

  /// Counts over the index are those of a plain scan of the files.
  @Test(arguments: [
    ("数据", ["数据", "數據"]), ("软件", ["软件", "軟件"]), ("地震", ["地震"]), ("奥运", ["奥运", "奧運"]),
    ("openai", ["OpenAI"]), ("用户", ["用户", "用戶"]), ("机器", ["机器", "機器"]), ("agent", ["Agent"]),
  ])
  func countsAreThoseOfAPlainScan(key: String, spellings: [String]) async throws {
    let index = try await SampleIndex.open()
    var request = TermsRequest()
    request.top = .max
    // 机器 stands mostly in 机器人.
    request.options.showsNested = true
    let row = try index.terms(request).groups[0].rows.first { $0.key == key }
    let counts = try PlainScan.corpus().values.map { PlainScan.count(spellings, in: $0) }
    #expect(row?.count == counts.reduce(0, +))
    #expect(row?.episodes == counts.count { $0 > 0 })
    let byEpisode = try {
      request.grouping = .episode
      return try index.terms(request)
    }()
    let sum = byEpisode.groups.reduce(0) { $0 + ($1.rows.first { $0.key == key }?.count ?? 0) }
    #expect(sum == row?.count)
  }

  /// A phrase of words is found in every cue in which a plain scan finds it.
  @Test(arguments: [("元宇宙", ["元宇宙"]), ("数据中心", ["数据中心", "數據中心"])])
  func phrasesAreFoundWhereAPlainScanFindsThem(query: String, spellings: [String]) async throws {
    let index = try await SampleIndex.open()
    let results = try index.allHits(query)
    let lines = try PlainScan.corpus().values.flatMap { $0.split(separator: "\n") }
    #expect(results.hits.count == lines.count { PlainScan.count(spellings, in: String($0)) > 0 })
    for hit in results.hits {
      let shown = hit.matches.map { String(decoding: Array(hit.cue.text.utf8)[$0], as: UTF8.self) }
      #expect(!shown.isEmpty && shown.allSatisfy { spellings.contains($0) }, "\(hit.cue.text)")
    }
  }

  @Test func spellingDoesNotMatter() async throws {
    let index = try await SampleIndex.open()
    let simplified = try index.allHits("软件")
    let traditional = try index.allHits("軟件")
    #expect(simplified.hits == traditional.hits)
    #expect(simplified.hits.contains { $0.cue.text.contains("軟件") })
    #expect(simplified.hits.contains { $0.cue.text.contains("软件") })
  }

  @Test func topicsRiseFallAndBurst() async throws {
    let index = try await SampleIndex.open()
    func cues(_ query: String, _ quarter: String) throws -> Int {
      try index.cueCount(query, selection: "date:\(quarter)")
    }
    let quarters = ["2024-01..2024-03", "2024-04..2024-06", "2024-07..2024-09", "2024-10..2024-12"]
    let agents = try quarters.map { try cues("智能体", $0) }
    #expect(agents == [3, 15, 44, 71])
    let metaverse = try quarters.map { try cues("元宇宙", $0) }
    #expect(metaverse == [55, 11, 0, 1])
    let earthquakes = try cues("地震", "2024-04")
    #expect(earthquakes == 34)
  }

  @Test func soundMarksAreNoWords() async throws {
    let index = try await SampleIndex.open()
    var request = TermsRequest()
    request.top = .max
    request.options.filter.minimumLength = 1
    let keys = try index.terms(request).groups[0].rows.map(\.key)
    #expect(!keys.contains("笑声") && !keys.contains("鞭炮声"))
    // One speaker talks of the applause; the marks （掌聲） and (掌声) are not counted with it.
    #expect(try index.cueCount("掌声") == 1)
    let texts = try PlainScan.corpus().values.map { PlainScan.count(["掌声", "掌聲"], in: $0) }
    #expect(texts.reduce(0, +) > 5)
  }
}
