import TestSupport
import Testing
import Zimu

/// What marks a part of the sample transcripts.
@Suite struct KeywordsReportTests {
  @Test func aShowIsMarkedByItsTopics() async throws {
    let index = try await SampleIndex.open()
    var request = KeywordsRequest()
    request.grouping = .show
    request.top = 8
    let groups = try index.keywords(request).groups
    let council = try #require(groups.first { $0.label == "城市議事" })
    let keys = council.rows.map(\.key)
    #expect(keys.contains("市民") || keys.contains("资料"), "\(keys)")
    for group in groups {
      let likelihoods = group.rows.map(\.statistics.logLikelihood)
      #expect(likelihoods == likelihoods.sorted(by: >) && !group.isByCount)
      #expect(group.rows.allSatisfy { $0.statistics.logRatio > 0 })
    }
  }

  /// Every number of a row is one that `terms` gives.
  @Test func countsAreThoseOfTheTables() async throws {
    let index = try await SampleIndex.open()
    var request = KeywordsRequest()
    request.target = "show:夜航科技"
    var terms = TermsRequest()
    (terms.top, terms.selection) = (.max, "show:夜航科技")
    let inside = try index.terms(terms).groups[0]
    terms.selection = "NOT show:夜航科技"
    let outside = try index.terms(terms).groups[0]
    let rows = try index.keywords(request).groups[0].rows
    #expect(rows.count == 50)
    for row in rows {
      let keyness = row.statistics.keyness
      #expect(keyness.count == inside.rows.first { $0.key == row.key }?.count)
      #expect(keyness.referenceCount == outside.rows.first { $0.key == row.key }?.count ?? 0)
      #expect(keyness.wordCount == inside.wordCount)
      #expect(keyness.referenceWordCount == outside.wordCount)
    }
    request.reference = .selection("NOT show:夜航科技")
    #expect(try index.keywords(request).groups[0].rows == rows)
    request.reference = .counts(
      Dictionary(uniqueKeysWithValues: outside.rows.map { ($0.key, $0.count) }))
    let counted = try index.keywords(request).groups[0].rows
    #expect(
      counted[0].statistics.keyness.referenceCount == rows[0].statistics.keyness.referenceCount)
  }

  @Test func whatIsMissingIsRarer() async throws {
    let index = try await SampleIndex.open()
    var request = KeywordsRequest()
    request.target = "date:2024-07.."
    request.isNegative = true
    let rows = try index.keywords(request).groups[0].rows
    #expect(rows.contains { $0.key == "宇宙" && $0.statistics.keyness.count < 5 })
    #expect(rows.allSatisfy { $0.statistics.logRatio < 0 })
  }

  @Test func nothingToCompareWithFallsBackToCounts() async throws {
    let index = try await SampleIndex.open()
    let group = try index.keywords(KeywordsRequest()).groups[0]
    var terms = TermsRequest()
    terms.top = 50
    #expect(group.isByCount)
    #expect(try group.rows.map(\.key) == index.terms(terms).groups[0].rows.map(\.key))
  }

  @Test func anIndexAgainstItselfHasNoKeywords() async throws {
    let index = try await SampleIndex.open()
    var request = KeywordsRequest()
    request.reference = .index(index)
    #expect(try index.keywords(request).groups[0].rows.isEmpty)
  }

  @Test func wordCountsAreReadFromFiles() throws {
    let file = "\u{FEFF}word,count\n軟件,3\n\"软件\",4\n\na,b,5\nＡＩ\t6\n"
    let counts = try WordCounts.parse(Array(file.utf8), name: "f")
    #expect(counts == ["软件": 7, "a,b": 5, "ai": 6])
    #expect(throws: ZimuError.self) { try WordCounts.parse(Array("a,1\nb".utf8), name: "f") }
    #expect(throws: ZimuError.self) { try WordCounts.parse(Array("a,1\nb,-1".utf8), name: "f") }
  }
}
