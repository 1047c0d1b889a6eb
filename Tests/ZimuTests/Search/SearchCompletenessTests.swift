import Foundation
import Indexing
import InvertedIndex
import TestSupport
import Testing
import WordSegmentation

@testable import TranscriptSearch
@testable import Zimu

/// Text is found wherever it stands, however it and the transcripts were cut.
@Suite struct SearchCompletenessTests {
  private func check(
    _ files: [String], queries: Int, dictionary: UserDictionary? = nil, seed: UInt64
  ) async throws {
    let folder = try TemporaryFolder()
    var options = IndexingOptions(paths: files, indexPath: folder.path + "/index")
    options.dictionary = dictionary
    _ = try await IndexingRun(options).run()
    let reader = try IndexDirectory(folder.path + "/index").open()
    let search = try SearchState(Searcher(reader, userKind: WordKind.user.rawValue) { _ in [] })
    let scan = try PlainTextScan(reader, search.analyzer)
    var random = SeededGenerator(seed: seed)
    var found = 0
    for _ in 0..<queries {
      let text = scan.sample(Int.random(in: 1...12, using: &random), &random)
      let pattern = try search.analyzer.pattern(of: text)
      // A point in 3.5 is no word without its digits.
      guard pattern.hasWords else { continue }
      let expected = scan.places(of: pattern)
      let places = try search.places(of: pattern)
      // Compared outside: what differs may be millions of places.
      guard Set(places.keys) == Set(expected.keys),
        expected.allSatisfy({ PlainTextScan.agree(places[$0]!, $1) })
      else {
        let (more, less) = (places.values.joined().count, expected.values.joined().count)
        Issue.record("“\(text)” is found \(more) times, and stands there \(less) times")
        return
      }
      found += expected.values.reduce(0) { $0 + $1.count }
    }
    #expect(found > queries / 2)
  }

  @Test func theSampleTranscripts() async throws {
    try await check([TestData.corpus], queries: 1_000, seed: 1)
  }

  @Test(.enabled(if: TestData.hasEvaluation)) func realTranscripts() async throws {
    let transcripts = TestData.evaluation! + "/transcripts"
    var files = [transcripts + "/indigo"]
    files += TestData.files(below: transcripts + "/sayit").filter { $0.contains("/2018-0") }
      .prefix(TestData.isLong ? 16 : 3)
    files += TestData.files(below: transcripts + "/readr").filter { $0.hasSuffix(".csv") }
      .prefix(4)
    try await check(files, queries: TestData.isLong ? 20_000 : 400, seed: 2)
  }
}
