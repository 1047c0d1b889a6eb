import Indexing
import TestSupport
import Testing
import Zimu

/// Names that are written with a joiner are terms of their own, in all tables.
@Suite struct JoinedNameTests {
  private static let names = [
    "Wi-Fi", "GPT-4o", "COVID-19", "X-ray", "A/B测试", "AT&T", "R&D", "史蒂夫·乔布斯", "TCP/IP",
    "iPhone-15", "Q&A", "F-16", "双-rate", "AI+教育", "弗拉基米尔·普京", "列奥纳多·达·芬奇",
  ]

  /// A sentence with each name, in many contexts, twice in each episode; besides, words that stand apart.
  private static func episode(_ number: Int) -> String {
    let contexts = [
      "昨天聊到X，很有意思", "我们的X已经在公司上线", "大家知道X吗", "喜欢X的人很多", "请介绍X。",
      "今天讨论X怎么用", "听说X之后", "没有X也可以", "X就是这样", "关于X我觉得",
    ]
    return names.enumerated().flatMap { place, name in
      [place, place + 3].map { contexts[(number * 2 + $0) % 10].replacing("X", with: name) }
    }.joined(separator: "\n") + "\n电脑 fi 声音，wi fi，wifi，2024-11-28，2024/11/28，3-5，24/7，and/or，这-那\n"
  }

  private func index(_ folder: TemporaryFolder) async throws -> TranscriptIndex {
    for number in 0..<5 { try folder.write(Self.episode(number), to: "t/2024-0\(number + 1).txt") }
    try folder.write(String(repeating: "天气很好，出门走走。\n", count: 200), to: "t/x.txt")
    _ = try await IndexingRun(
      IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    ).run()
    return try TranscriptIndex(at: folder.path + "/x")
  }

  private static func key(_ name: String) -> String { name.lowercased() }

  @Test func areRowsOfTermsAndPhrases() async throws {
    let folder = try TemporaryFolder()
    let index = try await index(folder)
    var terms = TermsRequest()
    (terms.top, terms.options.evidence) = (.max, 2)
    let rows = try index.terms(terms).groups[0].rows
    let byKey = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
    var request = PhrasesRequest()
    request.top = .max
    let phrases = try index.phrases(request).rows
    for name in Self.names {
      let row = try #require(byKey[Self.key(name)], "\(name)")
      #expect(row.term == name && row.count == 10 && row.episodes == 5)
      let phrase = try #require(phrases.first { $0.shown.key == row.key }, "\(name)")
      #expect(phrase.count == 10 && phrase.episodes == 5 && phrase.shown.term == name)
      #expect(phrase.statistics.logLikelihood > 10 && phrase.statistics.npmi > 0.3)
      let line = try #require(row.shown.evidence.first)
      #expect(String(decoding: Array(line.cue.text.utf8)[line.match], as: UTF8.self) == name)
    }
    // What stands inside of them is folded, and dates and alternatives are no names.
    let listed = Set(rows.map(\.key))
    for part in [
      "gpt", "4o", "covid", "tcp", "ip", "iphone", "ray", "达", "a/b", "测试", "夫·乔", "and/or",
    ] {
      #expect(!listed.contains(part), "\(part)")
    }
    #expect(!listed.contains { $0.contains("2024") || $0 == "24/7" || $0 == "3-5" || $0 == "这-那" })
    // Three spellings are three terms.
    #expect(byKey["wifi"]?.count == 5 && byKey["wi-fi"]?.count == 10)
  }

  @Test func partsAreCountedAndFoundInFull() async throws {
    let folder = try TemporaryFolder()
    let index = try await index(folder)
    let counts = try index.count(CountRequest(KeywordList(["Fi", "GPT", "测试", "Wi-Fi", "布斯"])))
    // Fi stands alone, too, and in “wi fi”.
    #expect(counts.cells[0].map(\.count) == [20, 10, 10, 10, 10])
    #expect(try index.allHits("乔布斯").hits.count == 10)
    var terms = TermsRequest()
    (terms.top, terms.options.showsNested) = (.max, true)
    let rows = try index.terms(terms).groups[0].rows
    let gpt = try #require(rows.first { $0.key == "gpt" })
    #expect(gpt.count == 10 && gpt.shown.nestedIn == "GPT-4o")
  }

  @Test func areKeywords() async throws {
    let folder = try TemporaryFolder()
    let index = try await index(folder)
    var request = KeywordsRequest()
    (request.selection, request.top) = ("date:2024-01..", .max)
    let rows = try index.keywords(request).groups[0].rows
    // Against another index terms are compared by their keys.
    request.reference = .index(index)
    let others = try index.keywords(request).groups[0].rows
    for name in Self.names {
      let row = try #require(
        rows.first { $0.key == Self.key(name) }, "\(name) \(rows.map(\.key))")
      #expect(row.statistics.keyness.count == 10 && row.statistics.keyness.referenceCount == 0)
      let other = try #require(others.first { $0.key == row.key }, "\(name)")
      #expect(other.statistics.keyness.referenceCount == 10)
    }
    (request.reference, request.grouping) = (.rest, .episode)
    let groups = try index.keywords(request).groups
    let counts = groups.flatMap(\.rows).filter { $0.key == "at&t" }.map(\.statistics.keyness.count)
    #expect(counts.allSatisfy { $0 == 2 })
  }

  @Test func riseInTrends() async throws {
    let folder = try TemporaryFolder()
    for month in 1...9 {
      let names = String(repeating: "我们公司的Wi-Fi，断了。\n", count: month)
      let rest = String(repeating: "今天天气很好，出门走走。\n", count: 20)
      try folder.write(names + rest, to: "t/2024-0\(month).txt")
    }
    _ = try await IndexingRun(
      IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    ).run()
    let index = try TranscriptIndex(at: folder.path + "/x")
    var trend = TrendRequest()
    (trend.period, trend.options.evidence) = (.month, 1)
    let series = try index.trends(trend, rising: true).series
    let row = try #require(series.first { $0.term == "Wi-Fi" })
    #expect(row.counts == Array(1...9) && row.shown?.evidence.count == 1)
    #expect(!series.contains { $0.term == "Fi" })
    var wide = TermsRequest()
    (wide.grouping, wide.top) = (.month, .max)
    let report = try index.wideTerms(wide)
    let place = try #require(report.total.groups[0].rows.firstIndex { $0.key == "wi-fi" })
    #expect(report.cells[place].map(\.count) == Array(1...9))
  }

  /// The most frequent spelling is shown; other dashes, full-width forms and a space are kept apart or not
  /// as in search.
  @Test func spellingsOfJoinersMeet() async throws {
    let folder = try TemporaryFolder()
    let lines = ["Wi–Fi慢", "Ｗｉ－Ｆｉ快", "Wi–Fi断了", "WI-FI好", "Wi - Fi开", "Wi—Fi不算", "Wi--Fi也不算"]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "t/a.txt")
    _ = try await IndexingRun(
      IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    ).run()
    let index = try TranscriptIndex(at: folder.path + "/x")
    var terms = TermsRequest()
    terms.top = .max
    let row = try index.terms(terms).groups[0].rows.first { $0.key == "wi-fi" }
    #expect(row?.term == "Wi–Fi" && row?.count == 4)
  }

  /// However the dot of a name is written, it is one name; a dot elsewhere is what it was.
  @Test func middleDotsAreOne() async throws {
    let folder = try TemporaryFolder()
    let names = ["·", "‧", "・", "･", "．"].map { "史蒂夫\($0)喬布斯" }
    let text = zip("说到见请给", names).map { "大家\($0)\($1)，\($0)\n" }.joined()
    try folder.write(text + "3．5 和 a．b\n", to: "t/2024-01.txt")
    let options = IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    _ = try await IndexingRun(options).run()
    let index = try TranscriptIndex(at: folder.path + "/x")
    for name in names {
      let hits = try index.allHits(name).hits
      #expect(
        hits.map { String(decoding: Array($0.cue.text.utf8)[$0.matches[0]], as: UTF8.self) }
          == names)
    }
    #expect(
      try index.count(CountRequest(KeywordList(["3.5", "a.b", "乔布斯"]))).cells[0].map(\.count) == [
        1, 1, 5,
      ])
    var terms = TermsRequest()
    terms.top = .max
    #expect(try index.terms(terms).groups[0].rows.first { $0.key == "史蒂夫·乔布斯" }?.count == 5)
  }
}
