import Indexing
import TestSupport
import Testing
import Zimu

/// Possessives, names with symbols and measure words, as tables and searches show them.
@Suite struct WordRuleSearchTests {
  private static let text = """
    OpenAI's model 很好
    OpenAI’s 模型
    OpenAI 和 Apple's
    it's 很好 let's go that’s all
    C++ 语言 C 语言 C# 语言 .NET 语言
    五十二個人都來了
    个人隐私很重要
    联系 ai@example.com 或者 @ 小明
    Q：AI是什么 U.S. 的市场 U.K.的市场
    """

  private let folder: TemporaryFolder
  private let index: TranscriptIndex

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(Self.text, to: "t/2024-01.txt")
    let options = IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    _ = try await IndexingRun(options).run()
    index = try TranscriptIndex(at: folder.path + "/x")
  }

  private func counts(_ terms: String...) throws -> [Int] {
    try index.count(CountRequest(KeywordList(terms))).cells[0].map(\.count)
  }

  /// What is shown of each hit.
  private func found(_ query: String) throws -> [String] {
    try index.allHits(query).hits.flatMap { hit in
      hit.matches.map { String(decoding: Array(hit.cue.text.utf8)[$0], as: UTF8.self) }
    }
  }

  @Test func possessivesCountAsTheWord() throws {
    #expect(try counts("OpenAI", "Apple", "it", "openai model", "s") == [3, 1, 1, 0, 0])
    #expect(try counts("OpenAI's", "OpenAI’s model", "Apple’s") == [2, 1, 1])
    #expect(try found("OpenAI") == ["OpenAI", "OpenAI", "OpenAI"])
    #expect(try found("OpenAI's") == ["OpenAI's", "OpenAI’s"])
    #expect(try found("\"openai's model\"") == ["OpenAI's model"])
  }

  @Test func namesWithSymbolsAreWords() throws {
    #expect(try counts("C", "C++", "C#", ".NET", "NET", "c+") == [1, 1, 1, 1, 0, 1])
    #expect(try found("C++") == ["C++"] && found("C") == ["C"] && found(".net") == [".NET"])
    #expect(try counts("U.S.", "U.K.", "AI", "Q", "@") == [1, 1, 2, 1, 0])
    #expect(try found("U.S.的市场") == ["U.S. 的市场"])
  }

  @Test func numeralsHaveMeasureWords() throws {
    #expect(try counts("个人", "個人", "人") == [2, 2, 2])
    var request = CountRequest(KeywordList(["个人", "人"]))
    request.match = .word
    #expect(try index.count(request).cells[0].map(\.count) == [2, 1])
  }

  @Test func rowsOfTerms() throws {
    var request = TermsRequest()
    (request.top, request.options.filter.minimumLength) = (.max, 1)
    let terms = Dictionary(
      uniqueKeysWithValues: try index.terms(request).groups[0].rows.map { ($0.key, $0.count) })
    for (key, count) in [
      ("openai", 3), ("apple", 1), ("c++", 1), ("c#", 1), (".net", 1), ("c", 1), ("u.s.", 1),
      ("u.k.", 1), ("个人", 1), ("ai", 2), ("example.com", 1), ("it", nil), ("let", nil), ("@", nil),
      ("s", nil), ("that", nil), ("go", 1),
    ] as [(String, Int?)] {
      #expect(terms[key] == count, "\(key)")
    }
  }
}
