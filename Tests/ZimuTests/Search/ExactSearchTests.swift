import Indexing
import InvertedIndex
import TestSupport
import Testing
import WordSegmentation

@testable import TranscriptSearch
@testable import Zimu

/// `exact:` and `--case` keep to one spelling of the original.
@Suite struct ExactSearchTests {
  private static let folder = Result { try TemporaryFolder() }
  /// Four episodes in which one search form has several spellings.
  private static let indexing = Task {
    let folder = try ExactSearchTests.folder.get()
    try folder.write(
      "[甲]: 后来的皇后\n[乙]: 之後的IT產業，it is IT\n", to: "talks/a/2024-01 一.txt")
    try folder.write(
      "[甲]: Open AI 和 open ai，Open  AI\n[乙]: ＩＴ 人\u{200B}工智能\n", to: "talks/a/2024-02 二.txt")
    try folder.write("[甲]: 第㈣章，第（四）章\n[乙]: Open\n[乙]: AI\n", to: "talks/b/2024-03 三.txt")
    try folder.write("[甲]: 以後\n[乙]: caf\u{E9}，cafe\u{301}\n", to: "talks/b/2024-04 四.txt")
    let options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    return try await IndexingRun(options).run()
  }

  private func index() async throws -> TranscriptIndex {
    _ = try await Self.indexing.value
    return try TranscriptIndex(at: Self.folder.get().path + "/index")
  }

  @Test(arguments: [
    ("后", 4, 2), ("後", 4, 2), ("IT", 4, 2), ("it", 4, 1), ("ＩＴ", 4, 1), ("iT", 4, 0),
    ("Open AI", 4, 3), ("open ai", 4, 1), ("Open\u{3000}AI", 4, 3), ("人工智能", 1, 1), ("四", 2, 1),
    ("㈣", 2, 1), ("（四）", 2, 1), ("caf\u{E9}", 2, 1), ("cafe\u{301}", 2, 1), ("後的IT", 1, 1),
    ("后的IT", 1, 0),
  ])
  func oneSpellingAlone(text: String, all: Int, exact: Int) async throws {
    let index = try await index()
    var request = CountRequest(KeywordList([text]))
    #expect(try index.count(request).cells[0][0].count == all)
    request.isExact = true
    #expect(try index.count(request).cells[0][0].count == exact)
    let query = "exact:\"\(text)\""
    #expect(try index.search(query).occurrences == exact)
    #expect(try index.concordance(ConcordanceRequest(query)).lines.count == exact)
    #expect(try index.counts(of: SearchRequest(query)).rows[0].count == exact)
    var trend = TrendRequest()
    trend.isExact = true
    #expect(try index.trend(of: KeywordList([text]), trend).series[0].counts.reduce(0, +) == exact)
  }

  @Test func joinsOtherPartsOfQueries() async throws {
    let index = try await index()
    func episodes(_ query: String) throws -> Set<String> {
      Set(try index.allHits(query).hits.map { String($0.cue.episodeName.dropLast(4).last!) })
    }
    #expect(try episodes("exact:后") == ["一"])
    #expect(try episodes("后 -exact:后") == ["四"])
    #expect(try episodes("exact:後 AND exact:it") == ["一"])
    #expect(try episodes("exact:㈣ OR exact:ＩＴ") == ["二", "三"])
    #expect(try episodes("exact:\"Open AI\" show:b") == ["三"])
    #expect(try episodes("NEAR/2(exact:後 exact:IT)") == ["一"])
    #expect(try episodes("NEAR/2(exact:后 exact:IT)") == [])
    #expect(try episodes("exact:後 speaker:甲") == ["四"])
    #expect(throws: ZimuError.self) { try index.search("exact:，") }
    #expect(throws: ZimuError.self) { try index.search("exact:") }
  }

  /// Spellings of one label are added up, each as it is written; whole words are, too.
  @Test func labelsAndWholeWords() async throws {
    let index = try await index()
    let label = KeywordList.Keyword(label: "x", spellings: ["IT", "it", "IT"])
    var request = CountRequest(KeywordList(keywords: [label]))
    request.isExact = true
    #expect(try index.count(request).cells[0][0].count == 3)
    request.grouping = .speaker
    let counts = try index.count(request)
    #expect(zip(counts.labels, counts.cells).first { $0.0 == "乙" }!.1[0].count == 3)
    var words = CountRequest(KeywordList(["後", "IT"]))
    (words.match, words.isExact) = (.word, true)
    #expect(try index.count(words).cells[0].map(\.count) == [0, 2])
  }

  private static let pieces = [
    "后", "後", "后来", "後來", "以後", "it", "IT", "ＩＴ", "Open AI", "open ai", "Open", "AI", "é",
    "e\u{301}", "㈣",
    "(四)", "四", "⑴", "(1)", "ﬁn", "fin", "ｶﾞ", "ガ", "。", "，", " ", "\u{3000}", "\u{200B}",
    "\u{FE00}",
    "C++", "c++", "人工智能", "人工 智能", "・", "．", "·", "･", "@", ":",
  ]
  /// What a letter beside it makes part of a longer word, so that a query with it means that word.
  private static let textPieces = pieces + ["'s", "’S", "U.S."]

  private func line(_ pieces: [String], _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...9, using: &random)).map { _ in
      pieces.randomElement(using: &random)!
    }.joined()
  }

  /// What is found is what a scan through the search form finds and the original spells so.
  @Test(arguments: [false, true]) func agreesWithAPlainScan(hasUserWords: Bool) async throws {
    var random = SeededGenerator(seed: hasUserWords ? 61 : 62)
    let folder = try TemporaryFolder()
    for number in 0..<(TestData.isLong ? 400 : 40) {
      let lines = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (["[甲]: ", "[乙]: "].randomElement(using: &random)!) + line(Self.textPieces, &random) + "\n"
      }
      try folder.write(lines.joined(), to: "talks/\(number).txt")
    }
    var options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    if hasUserWords {
      options.dictionary = try UserDictionary.parse(
        Array("C++\n后来 IT\n".utf8), file: "words.txt")
    }
    _ = try await IndexingRun(options).run()
    let reader = try IndexDirectory(folder.path + "/index").open()
    let search = try SearchState(Searcher(reader, userKind: WordKind.user.rawValue) { _ in [] })
    let scan = try PlainTextScan(reader, search.analyzer)
    var (found, folded) = (0, 0)
    for _ in 0..<(TestData.isLong ? 5_000 : 500) {
      let text =
        Self.pieces.randomElement(using: &random)! + String(line(Self.pieces, &random).prefix(3))
      let pattern = try search.analyzer.pattern(of: text, isExact: true)
      guard pattern.hasWords else { continue }
      let expected = try scan.places(spelled: text, search.analyzer)
      let places = try search.places(of: pattern)
      guard Set(places.keys) == Set(expected.keys),
        expected.allSatisfy({ PlainTextScan.agree(places[$0]!, $1) })
      else {
        let different = try Set(places.keys).union(expected.keys)
          .filter { places[$0]?.count != expected[$0]?.count }
          .map { String(decoding: try reader.text(of: $0), as: UTF8.self) }
        Issue.record("“\(text)”: \(places), not \(expected) in \(different)")
        return
      }
      found += expected.values.joined().count
      folded += scan.places(of: pattern).values.joined().count
    }
    #expect(found > 100 && folded > found)
  }
}
