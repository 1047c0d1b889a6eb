import Testing
import Zimu

/// What the requests of the library take and refuse.
@Suite struct RequestTests {
  private func code(_ body: () throws -> Void) -> ZimuError.Code? {
    do { try body() } catch { return (error as? ZimuError)?.code }
    return nil
  }

  /// A limit of 0 is a request for totals alone.
  @Test func limitsOfZeroGiveNoRows() async throws {
    let index = try await SampleIndex.open()
    var terms = TermsRequest()
    terms.top = 0
    let table = try index.terms(terms).groups[0]
    #expect(table.rows.isEmpty && table.termCount > 0)
    for method in KeynessMethod.allCases {
      var keywords = KeywordsRequest()
      (keywords.top, keywords.method, keywords.grouping) = (0, method, .show)
      let groups = try index.keywords(keywords).groups
      #expect(!groups.isEmpty && groups.allSatisfy { $0.rows.isEmpty && $0.hasMore }, "\(method)")
    }
    var phrases = PhrasesRequest()
    phrases.top = 0
    #expect(try index.phrases(phrases).rows.isEmpty)
    var trend = TrendRequest()
    trend.top = 0
    #expect(try index.trends(trend, rising: true).series.isEmpty)
    var search = SearchRequest("软件")
    search.limit = 0
    let found = try index.search(search)
    #expect(found.hits.isEmpty && found.occurrences > 0)
    var lines = ConcordanceRequest("软件")
    lines.limit = 0
    #expect(try index.concordance(lines).lines.isEmpty)
    var report = ReportRequest()
    (report.top, report.trendTop, report.keywordTop, report.episodes) = (0, 0, 0, 0)
    #expect(try index.report(report).terms.isEmpty)
    (report.keywordTop, report.episodes) = (0, 3)
    #expect(try index.report(report).episodes.allSatisfy { $0.keywords.rows.isEmpty })
  }

  @Test func valuesOutOfRangeAreRefused() async throws {
    let index = try await SampleIndex.open()
    var keywords = KeywordsRequest()
    keywords.minimumCount = 0
    #expect(code { _ = try index.keywords(keywords) } == .invalidRequest)
    keywords.minimumCount = 1
    (keywords.method, keywords.isNegative) = (.tfidf, true)
    #expect(code { _ = try index.keywords(keywords) } == .invalidRequest)
    var trend = TrendRequest()
    trend.minimumCount = 0
    #expect(code { _ = try index.trends(trend, rising: true) } == .invalidRequest)
    var terms = TermsRequest()
    terms.options.filter.minimumLength = 0
    #expect(code { _ = try index.terms(terms) } == .invalidRequest)
  }

  /// Trends have periods, or episodes, which are in an order of time.
  @Test func groupsThatAreNoPeriodsAreRefused() async throws {
    let index = try await SampleIndex.open()
    let half = Grouping.part(try #require(RecordingPart("half")))
    for grouping in [.total, .show, .speaker, .tag("party"), half] as [Grouping] {
      var trend = TrendRequest()
      trend.period = grouping
      #expect(code { _ = try index.trends(trend, rising: true) } == .invalidRequest)
      #expect(code { _ = try index.trend(of: KeywordList(["软件"]), trend) } == .invalidRequest)
      var report = ReportRequest()
      report.period = grouping
      #expect(code { _ = try index.report(report) } == .invalidRequest)
    }
  }

  @Test func partsAreNamedAsTheyWereMade() {
    for name in ["half", "third", "quarter", "fifth", "tenth", "90s"] {
      #expect(RecordingPart(name)?.name == name)
    }
    #expect(RecordingPart("0s") == nil && RecordingPart("seventh") == nil)
  }

  /// A hit leads to its cue in the transcript.
  @Test func hitsAndEvidenceLeadToTheirCues() async throws {
    let index = try await SampleIndex.open()
    var terms = TermsRequest()
    (terms.top, terms.options.evidence) = (3, 2)
    let evidence = try index.terms(terms).groups[0].rows.flatMap(\.shown.evidence).map(\.cue)
    let cited = try index.search("软件").hits.map(\.cue) + evidence
    #expect(cited.count > 6)
    for cue in cited {
      let transcript = try index.transcript(TranscriptRequest("id:" + cue.episodeID))
      let found = try #require(transcript.cues.first { $0.number == cue.number })
      #expect(transcript.episode.path == cue.episodePath && found.start == cue.start)
      #expect(found.speaker == cue.speaker && transcript.episode.name == cue.episodeName)
    }
  }

  @Test func stringsAreLinesToo() throws {
    #expect(try LineNormalizer(.search).normalize("軟體").text == "软体")
    let segmenter = try LineSegmenter(usesSearchForm: true)
    #expect(try segmenter.segments(of: "軟體").map(\.form) == ["软体"])
  }
}
