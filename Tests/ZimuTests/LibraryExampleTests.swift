import TestSupport
import Testing
import Zimu

/// What README.md shows of the library, so that it goes on to work.
@Suite struct LibraryExampleTests {
  @Test func theReadmesExample() async throws {
    let folder = try TemporaryFolder()
    var options = IndexingOptions(
      paths: [TestData.corpus], indexPath: folder.path + "/talks.index")
    options.globs = [TestData.corpusGlob]
    let summary = try await Indexer(options).run()
    #expect(summary.indexEpisodes == 26)

    let index = try TranscriptIndex(at: folder.path + "/talks.index")
    var request = TermsRequest()
    request.grouping = .show
    for group in try index.terms(request).groups {
      #expect(group.rows.prefix(3).map(\.term).count == 3, "\(group.label)")
    }
    for hit in try index.search("软件").hits {
      #expect(hit.cue.text.contains("软件") || hit.cue.text.contains("軟件"), "\(hit.cue.episodeName)")
    }

    let counts = try index.count(CountRequest(KeywordList(["智能体", "AI"])))
    #expect(counts.cells[0].map(\.count) == [133, 38])
  }
}
