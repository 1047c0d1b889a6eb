import Foundation
import Indexing
import TestSupport
import Testing
import Zimu

/// Whether phrases of real transcripts are what a listener would name.
@Suite(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
struct PhraseJudgementTests {
  /// Indexes of folders of real transcripts, each made once.
  private static let folder = Result { try TemporaryFolder() }

  private static func index(_ name: String) async throws -> TranscriptIndex {
    let path = try folder.get().path + "/" + name + UUID().uuidString
    _ = try await IndexingRun(
      IndexingOptions(
        paths: [TestData.evaluation! + "/transcripts/" + name], indexPath: path)
    ).run()
    return try TranscriptIndex(at: path)
  }

  private static func keys(
    _ index: TranscriptIndex, _ units: TermUnits, top: Int
  ) throws -> [String] {
    var request = TermsRequest()
    (request.options.units, request.top) = (units, top)
    return try index.terms(request).groups[0].rows.map(\.key)
  }

  /// How many phrases are judged to be right; one that was not judged is not.
  private static func right(_ keys: [String], _ list: String) throws -> Int {
    let path = TestData.root + "/Tests/ZimuTests/Judgements/" + list
    let lines = String(decoding: try TestData.bytes(path), as: UTF8.self).split(separator: "\n")
    let right = Set(lines.filter { $0.hasPrefix("+ ") }.map { String($0.dropFirst(2)) })
    return keys.count(where: right.contains)
  }

  @Test func phrasesOfALivestream() async throws {
    let index = try await Self.index("indigo")
    let phrases = try Self.keys(index, .phrases, top: 40)
    #expect(
      Set(phrases).isSuperset(of: [
        "数据中心", "大模型", "摩尔定律", "奇点", "推特", "川普", "elon musk", "芯片", "算力",
      ]))
    let right = try Self.right(phrases, "livestream.txt")
    #expect(right == 36)
    #expect(phrases.count == 40)
    let terms = try Self.keys(index, .both, top: 50)
    #expect(Set(terms).isSuperset(of: ["ai", "openai", "模型", "数据", "人类", "anthropic"]))
    for word in ["新的", "这一次", "我觉得"] {
      #expect(!phrases.contains(word) && !terms.contains(word))
    }
  }

  @Test func phrasesOfMeetings() async throws {
    let index = try await Self.index("sayit")
    let phrases = try Self.keys(index, .phrases, top: 100)
    #expect(
      Set(phrases.prefix(40)).isSuperset(of: [
        "社会企业", "开放政府", "司法改革", "逐字稿", "协作会议",
      ]))
    let right = try Self.right(phrases, "meetings.txt")
    #expect(right == 94)
    #expect(phrases.count == 100)
  }

  @Test func keywordsOfALivestreamAgainstMeetings() async throws {
    let index = try await Self.index("indigo")
    var request = KeywordsRequest()
    request.reference = .index(try await Self.index("sayit"))
    request.top = 15
    let keys = try index.keywords(request).groups[0].rows.map(\.key)
    #expect(
      Set(keys).isSuperset(of: ["ai", "openai", "anthropic", "模型", "数据中心", "训练"]), "\(keys)")
  }

  /// What a table says of phrases is what a scan of the words of all lines says.
  @Test func countsOfPhrasesAreThoseOfAScan() async throws {
    let index = try await Self.index("indigo")
    var request = TermsRequest()
    (request.options.units, request.options.showsNested, request.top) = (.both, true, .max)
    let rows = try index.terms(request).groups[0].rows
    let text = try String(
      decoding: TestData.bytes(
        TestData.files(below: TestData.evaluation! + "/transcripts/indigo")[0]), as: UTF8.self)
    for (key, spellings) in [
      ("数据中心", ["数据中心", "數據中心"]), ("大模型", ["大模型"]), ("川普", ["川普"]),
      ("elon musk", ["Elon Musk"]), ("算力", ["算力"]), ("芯片", ["芯片"]),
    ] {
      #expect(
        rows.first { $0.key == key }?.count == PlainScan.count(spellings, in: text), "\(key)")
    }
  }
}
