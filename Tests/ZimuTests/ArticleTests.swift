import Foundation
import TestSupport
import Testing
import Zimu

/// The snippets of the documentation's articles, compiled and run; each stands here as in its article.
@Suite struct ArticleTests {
  private static func index(_ folder: TemporaryFolder) async throws -> TranscriptIndex {
    var options = IndexingOptions(paths: [TestData.corpus], indexPath: folder.path + "/index")
    options.globs = [TestData.corpusGlob]
    _ = try await Indexer(options).run()
    return try TranscriptIndex(at: options.indexPath)
  }

  /// Takes what the snippets print.
  private func print(_ items: Any...) {
    #expect(items.allSatisfy { !"\($0)".isEmpty || $0 is String })
  }

  @Test func indexAFolder() async throws {
    let temporary = try TemporaryFolder()
    let (talks, folder) = (TestData.corpus + "/夜航科技", temporary.path + "/index")

    let options = IndexingOptions(paths: [talks], indexPath: folder)
    let summary = try await Indexer(options).run()
    print(summary.indexEpisodes, "episodes,", summary.indexWords, "words")

    for file in summary.rejected + summary.skipped {
      print(file.path, file.error.message)
    }
    #expect(summary.indexEpisodes > 0 && summary.indexWords > 0)

    let task = Task {
      try await Indexer(options).run { progress in
        print(progress.filesDone, "of", progress.files)
      }
    }
    task.cancel()
    // Whether the run ends before it is cancelled, or not, the index is whole.
    do { _ = try await task.value } catch { #expect((error as? ZimuError)?.code == .cancelled) }

    let index = try TranscriptIndex(at: folder)
    for episode in try index.episodes(where: "date:2024") {
      print(episode.date, episode.title, episode.wordCount)
    }
    for try await transcript in index.transcripts() {
      print(transcript.episode.name, transcript.cues.count)
    }
    #expect(try index.episodes.count == summary.indexEpisodes)
  }

  @Test func reportAndCompare() async throws {
    let folder = try TemporaryFolder()
    let index = try await Self.index(folder)

    var request = TermsRequest()
    (request.grouping, request.top) = (.show, 10)
    for group in try index.terms(request).groups {
      print(group.label, group.rows.map { "\($0.term) \($0.count)" })
    }

    request.options.evidence = 2
    for row in try index.terms(request).groups[0].rows {
      for line in row.shown.evidence {
        print(row.term, line.cue.episodeName, line.cue.start ?? 0, line.cue.text)
      }
    }
    #expect(try index.terms(request).groups[0].rows.count == 10)

    var keywords = KeywordsRequest()
    keywords.grouping = .show
    for group in try index.keywords(keywords).groups {
      for row in group.rows.prefix(5) {
        print(group.label, row.term, row.logLikelihood, row.logRatio)
      }
    }

    let rising = try index.trends(TrendRequest(), rising: true)
    let series = try index.trend(of: KeywordList(["人工智能", "AI"]), TrendRequest())
    print(rising.series.map(\.term), series.series.map(\.counts))
    #expect(series.series.count == 2)
  }

  @Test func searchTranscripts() async throws {
    let folder = try TemporaryFolder()
    let index = try await Self.index(folder)

    for hit in try index.search("软件 OR 数据").hits {
      print(hit.cue.episodeName, hit.cue.start ?? 0, hit.cue.speaker, hit.cue.text)
    }

    var request = SearchRequest("数据", selection: "date:2024..")
    request.perEpisode = .max
    for try await hit in index.hits(request) {
      print(hit.cue.episodeName, hit.matches.count)
    }
    var all: [SearchResults.Hit] = []
    for try await hit in index.hits(request) { all.append(hit) }
    request.limit = .max
    #expect(try index.search(request).hits == all && all.count > 20)

    let counts = try index.count(CountRequest(KeywordList(["智能体", "AI"])))
    print(counts.keywords, counts.cells[0].map(\.count))
    for line in try index.concordance(ConcordanceRequest("数据")).lines {
      print(line.left, line.match, line.right)
    }
    #expect(counts.cells[0].map(\.count) == [133, 38])

    do {
      _ = try index.search("数据 AND")
    } catch {
      print(error.code, error.message, "at code point", error.queryPosition ?? 0)
    }
    let fault = #expect(throws: ZimuError.self) { try index.search("数据 AND") }
    #expect(fault?.code == .invalidQuery && fault?.queryPosition == 6)
  }

  /// Every code block of the articles stands in this file, indented by its function.
  @Test(arguments: ["IndexAFolder", "ReportAndCompare", "SearchTranscripts"])
  func snippetsAreThoseOfTheArticles(article: String) throws {
    let code = try String(contentsOfFile: #filePath, encoding: .utf8)
    let folder = #filePath.replacing("Tests/ZimuTests/ArticleTests.swift", with: "Sources/Zimu")
    let text = try String(
      contentsOfFile: "\(folder)/Zimu.docc/\(article).md", encoding: .utf8)
    let blocks = text.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count > 3)
    for block in blocks {
      let lines = block.split(separator: "\n").map { "    \($0)\n" }.joined()
      #expect(code.contains(lines), "\(article): \(block)")
    }
  }
}
