import Indexing
import TestSupport
import Testing
import UserInput
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
    request.selection = "show:夜航科技"
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
    request.selection = "date:2024-07.."
    request.isNegative = true
    let rows = try index.keywords(request).groups[0].rows
    #expect(rows.contains { $0.key == "元宇宙" && $0.statistics.keyness.count < 5 })
    #expect(rows.allSatisfy { $0.statistics.logRatio < 0 })
    request.method = .chi2
    let scores = try index.keywords(request).groups[0].rows.map { $0.statistics.score! }
    #expect(scores == scores.sorted(by: >) && scores[0] > 4)
    request.method = .simpleMaths
    let ratios = try index.keywords(request).groups[0].rows.map { $0.statistics.score! }
    #expect(ratios == ratios.sorted() && ratios[0] < 1)
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
    func parse(_ text: String) throws -> [String: Int] {
      try WordCounts.counts(file: Array(text.utf8), name: "f")
    }
    let file = "\u{FEFF}word,count\r\n軟件,3\r\n\"软件\",\"4\"\n\n\"a,b\",5\nＡＩ\t6\n"
    #expect(try parse(file) == ["软件": 7, "a,b": 5, "ai": 6])
    // What `zimu terms --format csv` prints.
    #expect(
      try parse("rank,term,key,count,per_million,episodes\n1,電影,电影,51,163987.14,3\n")
        == ["电影": 51])
    #expect(try parse("数据,5\n") == ["数据": 5])
    for wrong in [
      "a,1\nb", "a,1\nb,-1", "AI,-5", "数据,5.0", "数据\t1,000", "a,b,5", "x,y,z\n1,2,3",
      "a,1125899906842624\nb,1",
    ] {
      #expect(throws: ZimuError.self, "\(wrong)") { try parse(wrong) }
    }
    #expect(throws: ZimuError.self) {
      try WordCounts.counts(file: [0xC4, 0xE3, 0x2C, 0x35], name: "f")
    }
  }

  /// What is one word in the reference, by a user's dictionary, is compared as what it is here: a phrase.
  @Test func phrasesAreComparedWithWords() async throws {
    let index = try await SampleIndex.open()
    let folder = try TemporaryFolder()
    var options = IndexingOptions(paths: [TestData.corpus], indexPath: folder.path + "/x")
    options.globs = [TestData.corpusGlob]
    options.dictionary = try UserDictionary.parse(Array("智能体\n".utf8), file: "words.txt")
    _ = try await IndexingRun(options).run()
    let other = try TranscriptIndex(at: folder.path + "/x")
    var found = 0
    for (one, reference) in [(index, other), (other, index)] {
      var request = KeywordsRequest()
      (request.reference, request.top, request.minimumCount) = (.index(reference), .max, 1)
      request.options.showsNested = true
      // As often, among fewer words.
      for isNegative in [false, true] {
        request.isNegative = isNegative
        for row in try one.keywords(request).groups[0].rows where row.key == "智能体" {
          let keyness = row.statistics.keyness
          #expect(keyness.count == 127 && keyness.referenceCount == 127)
          found += 1
        }
      }
    }
    #expect(found == 2)
  }

  @Test func nestedKeywordsSayWhereTheyAre() async throws {
    let index = try await SampleIndex.open()
    var request = KeywordsRequest()
    (request.selection, request.top) = ("show:夜航科技", .max)
    let hidden = try index.keywords(request)
    #expect(hidden.hidden[.nested]?.terms ?? 0 > 0)
    request.options.showsNested = true
    let rows = try index.keywords(request).groups[0].rows
    let space = try #require(rows.first { $0.key == "宇宙" })
    #expect(space.shown.nestedIn == "元宇宙")
    #expect(!hidden.groups[0].rows.contains { $0.key == "宇宙" })
  }
}
