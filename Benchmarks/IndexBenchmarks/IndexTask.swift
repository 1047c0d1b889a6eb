import BenchmarkInputs
import Zimu

/// A question to an index, and the number that answers it.
struct IndexTask {
  let name: String
  let answer: @Sendable (TranscriptIndex) throws -> Int

  /// Queries with what is most frequent in the generated transcripts, so that there is an answer.
  static let all: [IndexTask] = queries + reports

  private static var queries: [IndexTask] {
    [
      IndexTask(name: "query, two words, AND") { try hits($0, "word:問題 AND word:系統") },
      IndexTask(name: "query, two words, OR") { try hits($0, "word:問題 OR word:系統") },
      IndexTask(name: "query, text of two characters") { try hits($0, "問題") },
      IndexTask(name: "query, text of one character") { try hits($0, "題") },
      IndexTask(name: "count, three texts by month") { index in
        var request = CountRequest(KeywordList(["問題", "系統", "AI"]))
        request.grouping = .month
        return try index.count(request).cells.joined().reduce(0) { $0 + $1.count }
      },
    ]
  }

  private static func hits(_ index: TranscriptIndex, _ query: String) throws -> Int {
    let results = try index.search(query)
    return results.occurrences + results.hits.count
  }

  private static var reports: [IndexTask] {
    [
      IndexTask(name: "terms, words") { try terms($0, .words, .total) },
      IndexTask(name: "terms, words and phrases, by episode") { try terms($0, .both, .episode) },
      IndexTask(name: "phrases of a selection") { index in
        var request = PhrasesRequest()
        request.selection = "date:1900..2100"
        return try index.phrases(request).phraseCount
      },
      IndexTask(name: "keywords of each episode") { index in
        var request = KeywordsRequest()
        request.grouping = .episode
        return try index.keywords(request).groups.reduce(0) { $0 + $1.rows.count }
      },
    ]
  }

  private static func terms(
    _ index: TranscriptIndex, _ units: TermUnits, _ grouping: Grouping
  ) throws -> Int {
    var request = TermsRequest()
    (request.options.units, request.grouping) = (units, grouping)
    return try index.terms(request).groups.reduce(0) { $0 + $1.wordCount }
  }
}
