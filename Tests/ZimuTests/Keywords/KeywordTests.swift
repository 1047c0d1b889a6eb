import Indexing
import InvertedIndex
import TestSupport
import Testing
import UserInput

@testable import Zimu

/// Keywords are counted as a plain scan counts them, and every number leads to the others.
@Suite struct KeywordTests {
  private func index(_ files: [String: String]) async throws -> (TemporaryFolder, TranscriptIndex) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: "talks/" + name) }
    var options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    options.urlTemplate = "https://example.org/{name}?t={seconds}"
    _ = try await IndexingRun(options).run()
    return (folder, try TranscriptIndex(at: folder.path + "/index"))
  }

  private static let talks = [
    "一/2024-01-02 甲.txt": "主席：人工智能和ＡＩ\n委員：OpenAI 的人工智慧，AI 很好\n主席：对对对\n",
    "二/2024-05-06 乙.txt": "人工\n智能 AI\n",
  ]

  @Test func keywordsAreCountedAsTheyStand() async throws {
    let (_, index) = try await index(Self.talks)
    let counts = try index.count(CountRequest(KeywordList(["人工智能", "AI", "对对", "無", "AI"])))
    #expect(counts.labels == [""] && counts.keywords == ["人工智能", "AI", "对对", "無", "AI"])
    #expect(counts.cells[0].map(\.count) == [2, 3, 2, 0, 3])
    #expect(counts.cells[0].map(\.episodes) == [2, 2, 1, 0, 2])
  }

  @Test func textMayEndWithTheCue() async throws {
    let (_, index) = try await index(Self.talks)
    var request = CountRequest(KeywordList(["人工智能"]))
    request.crossesCues = false
    #expect(try index.count(request).cells[0][0].count == 1)
  }

  @Test func groupsAddUp() async throws {
    let (_, index) = try await index(Self.talks)
    var request = CountRequest(KeywordList(["AI", "人工智能"]))
    for grouping in Grouping.allCases {
      request.grouping = grouping
      let cells = try index.count(request).cells
      #expect(cells.reduce(0) { $0 + $1[0].count } == 3)
      #expect(cells.reduce(0) { $0 + $1[1].count } == 2)
    }
    request.grouping = .speaker
    let counts = try index.count(request)
    #expect(counts.labels == ["", "主席", "委員"])
    #expect(counts.cells.map { $0[0].count } == [1, 1, 1])
    request.selection = "speaker:委员"
    #expect(try index.count(request).cells.map { $0[0].count } == [1])
  }

  @Test func spellingsOfARowAddUpOnce() async throws {
    let (_, index) = try await index(Self.talks)
    let file = "\u{FEFF}# 注释\n智能: 人工智能 | 人工智慧 | 人工智能\n\nＡＩ\n#标签\n"
    let list = try KeywordList(file: Array(file.utf8), name: "terms.txt")
    #expect(list.keywords.map(\.label) == ["智能", "ＡＩ", "#标签"])
    let cells = try index.count(CountRequest(list)).cells[0]
    #expect(cells.map(\.count) == [3, 3, 0] && cells.map(\.episodes) == [2, 2, 0])
    for wrong in ["a: |", "a: ", "数据:"] {
      #expect(throws: ZimuError.self) { try KeywordList(file: Array(wrong.utf8), name: "t") }
    }
    // What cannot be counted does not keep others from it.
    let mixed = try index.count(CountRequest(KeywordList(["，", "AI"])))
    #expect(mixed.rejected == [0] && mixed.cells[0].map(\.count) == [0, 3])
  }

  @Test func wholeWordsAreTokensOrRowsOfThem() async throws {
    let (_, index) = try await index(["a.txt": "研究生命起源\n研究生的生命\nAI OpenAI\n"])
    func count(_ term: String) throws -> Int {
      var request = CountRequest(KeywordList([term]))
      request.match = .word
      return try index.count(request).cells[0][0].count
    }
    // 研究 | 生命 | 起源, 研究生 | 的 | 生命.
    #expect(try count("研究") == 1 && count("生命") == 2 && count("研究生") == 1)
    #expect(try count("研究生命") == 1 && count("生命起源") == 1 && count("究生") == 0)
    #expect(try count("AI") == 1 && count("生") == 0)
  }

  @Test func countsAreThoseOfSearches() async throws {
    let index = try await SampleIndex.open()
    for text in ["智能体", "数据", "AI", "的", "元宇宙"] {
      let count = try index.count(CountRequest(KeywordList([text]))).cells[0][0]
      let search = SearchRequest("\"\(text)\"")
      #expect(try index.counts(of: search).rows[0].count == count.count)
      #expect(try index.search(search).occurrences == count.count)
      #expect(try index.search(search).episodeCount == count.episodes)
      #expect(try index.concordance(ConcordanceRequest("\"\(text)\"")).occurrences == count.count)
      let months = try index.counts(of: search, by: .month).rows
      #expect(months.reduce(0) { $0 + $1.count } == count.count)
      let hits = try index.allHits("\"\(text)\"").hits
      #expect(try hits.count == index.cueCount("\"\(text)\""))
      #expect(hits.map(\.rank) == Array(1...hits.count))
    }
  }

  @Test func pagesFollowOneAnother() async throws {
    let index = try await SampleIndex.open()
    var request = SearchRequest("智能体 OR 数据")
    (request.limit, request.perEpisode) = (.max, 4)
    let all = try index.search(request).hits
    var paged: [SearchResults.Hit] = []
    (request.limit, request.offset) = (7, 0)
    while case let page = try index.search(request).hits, !page.isEmpty {
      paged += page
      request.offset += 7
    }
    #expect(paged == all)
    request.offset = .max
    #expect(try index.search(request).hits.isEmpty)
  }

  @Test func linksLeadToTheMoment() async throws {
    let subtitles = "1\n00:01:02,500 --> 00:01:04,000\n讲人工智能\n"
    let (folder, index) = try await index(["节 1.srt": subtitles])
    #expect(
      try index.search("智能").hits[0].cue.url == "https://example.org/%E8%8A%82%201?t=62")
    // A run that names no link leaves it.
    try folder.write("说人工智能\n", to: "talks/b.txt")
    let options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    _ = try await IndexingRun(options).run()
    let again = try TranscriptIndex(at: folder.path + "/index")
    #expect(
      try Set(again.search("智能").hits.map(\.cue.url)) == [
        "", "https://example.org/%E8%8A%82%201?t=62",
      ])
  }

  @Test func concordancesAreSortedBySide() async throws {
    let (_, index) = try await index(["a.txt": "我爱数据库\n他用数据\n我的数据啊\n"])
    var request = ConcordanceRequest("数据")
    request.order = [.init("1L")!]
    // By the words 他用, 我的, 爱.
    let left = try index.concordance(request)
    #expect(left.lines.map { $0.left.suffix(1) } == ["用", "的", "爱"])
    request.order = [.init("1R")!]
    #expect(try index.concordance(request).lines.count == 3)
    request.order = []
    #expect(try index.concordance(request).lines.map(\.match) == ["数据", "数据", "数据"])
    request.sample = 2
    let sample = try index.concordance(request)
    #expect(sample.lines.count == 2 && sample.occurrences == 3)
    #expect(try index.concordance(request).lines == sample.lines)
    #expect(ConcordanceRequest.SortKey("0L") == nil && ConcordanceRequest.SortKey("L") == nil)
  }
}
