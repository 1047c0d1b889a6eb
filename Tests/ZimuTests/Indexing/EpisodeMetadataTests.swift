import Indexing
import TestSupport
import Testing
import Zimu

/// What tables and files say of their episodes, in first runs and later ones.
@Suite struct EpisodeMetadataTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(
    _ change: (inout IndexingOptions) -> Void = { _ in }
  ) async throws -> (IndexingSummary, TranscriptIndex) {
    var options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    change(&options)
    let summary = try await IndexingRun(options).run()
    return (summary, try TranscriptIndex(at: options.indexPath))
  }

  private func names(_ index: TranscriptIndex) throws -> [String] {
    try index.episodes.map { $0.path.description.replacing(folder.path + "/talks/", with: "") }
  }

  /// Names of recordings have dots; a second run must not cut titles there.
  @Test func titlesStayInUnchangedTables() async throws {
    let rows = "file,text\na.wav,数据\n第1.5集,模型\n"
    try folder.write(rows, to: "talks/all.csv")
    let first = try await run().1.episodes.map(\.title)
    let (summary, index) = try await run()
    #expect(summary.unchanged == 2 && summary.updated.isEmpty)
    #expect(try index.episodes.map(\.title) == first)
  }

  /// The texts are the same, what the table says of them is not.
  @Test func whatATableSaysIsBroughtUpToDate() async throws {
    try folder.write("video_id,title,text\nv1,一,数据\nv2,二,模型\n", to: "talks/all.csv")
    _ = try await run()
    try folder.write("video_id,title,text\nv1,一,数据\nv2,另一期,模型\n", to: "talks/all.csv")
    let (summary, index) = try await run()
    #expect(summary.updated.map(\.path.name.description) == ["v2"])
    #expect(try index.episodes.map(\.title) == ["一", "另一期"])
  }

  /// A show that the user names gives way again to the one of the content.
  @Test func aForcedShowIsForgotten() async throws {
    try folder.write("---\nshow: 夜话\n---\n数据\n", to: "talks/乙/a.md")
    try folder.write("video_id,channel,text\nv1,夜话,数据\nv2,夜话,模型\n", to: "talks/乙/all.csv")
    #expect(try await run().1.episodes.map(\.show) == ["夜话", "夜话", "夜话"])
    for _ in 1...2 {
      let forced = try await run { $0.show = "会议" }
      #expect(try forced.1.episodes.map(\.show) == ["会议", "会议", "会议"])
    }
    #expect(try await run().1.episodes.map(\.show) == ["夜话", "夜话", "夜话"])
    #expect(try await run().0.unchanged == 3)
  }

  /// Whole results of recognisers, one after the other, keep their times.
  @Test(arguments: [("jsonl", "", "\n", ""), ("json", "[", ",", "]")])
  func objectsWithCuesAreEpisodes(
    ending: String, open: String, between: String, close: String
  ) async throws {
    // The first one is longer than what is looked at first.
    let segments = (0..<3_000).map { #"{"start": \#($0), "end": \#($0 + 1), "text": "数据"}"# }
    let rows = [
      #"{"video_id": "v1", "title": "第一期", "segments": [\#(segments.joined(separator: ", "))]}"#,
      #"{"video_id": "v2", "title": "第二期", "text": "模型", "segments": [{"start": 2, "end": 3.5, "text": "模型"}]}"#,
      #"{"video_id": "v2", "title": "第三期", "segments": [{"start": 0, "end": 1, "text": "人类"}]}"#,
    ]
    try folder.write(open + rows.joined(separator: between) + close, to: "talks/all.\(ending)")
    let (_, index) = try await run()
    #expect(try names(index) == ["v1", "v2", "v2-2"].map { "all.\(ending)/\($0)" })
    #expect(try index.episodes.map(\.title) == ["第一期", "第二期", "第三期"])
    #expect(try index.episodes.map(\.cueCount) == [3_000, 1, 1])
    #expect(try index.search("模型").hits.map(\.cue.start) == [2_000])
  }
}
