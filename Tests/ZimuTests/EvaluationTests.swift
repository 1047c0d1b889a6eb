import Indexing
import TestSupport
import Testing
import Zimu

/// What must be true on real transcripts.
@Suite(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
struct EvaluationTests {
  private func index(_ name: String) async throws -> (IndexingSummary, TranscriptIndex) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/index"
    let transcripts = TestData.evaluation! + "/transcripts" + name
    let summary = try await IndexingRun(IndexingOptions(paths: [transcripts], indexPath: path))
      .run()
    return (summary, try TranscriptIndex(at: path))
  }

  @Test func theLivestreamReadsAsAListenerWould() async throws {
    let (_, index) = try await index("/indigo")
    var request = TermsRequest()
    request.top = 30
    let rows = try index.terms(request).groups[0].rows
    #expect(rows.first { $0.term == "AI" }?.count == 57)
    let terms = Set(rows.map(\.term))
    #expect(terms.isSuperset(of: ["AI", "数据", "模型", "人类", "训练", "智能", "企业", "OpenAI"]))
    let traditional = try index.search("諾貝爾獎")
    let simplified = try index.search("诺贝尔奖")
    #expect(traditional.hits == simplified.hits)
    #expect(try index.cueCount("诺贝尔奖") == 3)
    request.top = .max
    let software = try index.terms(request).groups[0].rows.filter { $0.key == "软件" }
    #expect(software.count == 1)
    let text = try String(
      decoding: TestData.bytes(
        TestData.files(below: TestData.evaluation! + "/transcripts/indigo")[0]),
      as: UTF8.self)
    #expect(software[0].count == PlainScan.count(["软件", "軟件"], in: text))
    #expect(rows.first { $0.term == "AI" }?.count == PlainScan.count(["AI"], in: text))
    #expect(rows.first { $0.term == "OpenAI" }?.count == PlainScan.count(["OpenAI"], in: text))
  }

  @Test func allTranscriptsGoInAtOnce() async throws {
    let (summary, index) = try await index("")
    #expect(summary.indexEpisodes == 383 && summary.skipped.isEmpty)
    #expect(try index.episodes.count { $0.path.fileExtension == "stm" } == 20)
    #expect(summary.rejected.isEmpty)
    #expect(try index.episodes.count { $0.path.fileExtension == "txt" } == 255)
    #expect(try index.episodes.count { $0.path.fileExtension == "csv" } == 108)
    let broken = try #require(summary.warnings.first { $0.path.name == "kp17_raw.csv" })
    #expect(broken.warning.byteOffset == 67_721 && broken.warning.line == 1_194)
    let record = try #require(try index.episodes.first { $0.path == broken.path })
    // The file has a header and 1,193 … rows; the damaged one stays, its byte aside.
    let lines = try TestData.bytes(broken.path.description).split(separator: 0x0A).dropFirst()
    let withText = lines.count {
      !$0.hasSuffix(Array(",\"\"".utf8)) && !$0.hasSuffix(Array(",".utf8))
    }
    #expect(record.cueCount >= withText - 1)
    #expect(try Set(index.episodes.map(\.show)) == ["aishell4", "indigo", "readr", "sayit"])
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
