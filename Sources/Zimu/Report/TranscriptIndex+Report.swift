import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Returns a report on a selection: its size, terms, trends, keywords, speakers and fillers.
  ///
  /// - Parameter request: the selection, and how much the report shows.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(words selected + terms × periods²), in a few passes.
  public func report(_ request: ReportRequest) throws(ZimuError) -> CorpusReport {
    try translatingErrors {
      try request.check()
      let maker = try ReportMaker(self, request)
      return try maker.report()
    }
  }
}

/// Makes the parts of a report.
private struct ReportMaker {
  let index: TranscriptIndex
  let request: ReportRequest
  let selection: CorpusSelection

  init(_ index: TranscriptIndex, _ request: ReportRequest) throws {
    (self.index, self.request) = (index, request)
    selection = try index.corpusSelection(
      request.selection, by: .total, leavingOut: request.options.excludedRepetitions)
  }

  private var members: [CorpusSelection.Member] { selection.groups.flatMap(\.members) }

  func report() throws -> CorpusReport {
    let terms = try index.terms(termsRequest(.words)).groups.first?.rows ?? []
    let trends = try TermTrends(trendRequest, in: index)
    let tells = trends.tells
    let speakers = try speakers()
    return CorpusReport(
      overview: try overview(), terms: terms,
      series: try terms.map { try trends.rates(ofKey: $0.key) },
      periods: trends.periods, hasTooManyPeriods: trends.isTooLong,
      episodes: try episodes(), rising: tells ? try trends.report(rising: true) : nil,
      falling: tells ? try trends.report(rising: false) : nil,
      speakers: Array(speakers.prefix(request.top)), speakerCount: speakers.count,
      fillers: try index.terms(termsRequest(.fillers)).groups.first?.rows ?? [])
  }

  private func termsRequest(_ counted: TermsRequest.Class) -> TermsRequest {
    var terms = TermsRequest()
    (terms.termClass, terms.options, terms.top) = (counted, request.options, request.top)
    terms.selection = request.selection
    return terms
  }

  private var trendRequest: TrendRequest {
    var trends = TrendRequest()
    (trends.period, trends.selection) = (request.period, request.selection)
    (trends.options, trends.top) = (request.options, request.trendTop)
    return trends
  }

  private func overview() throws -> CorpusReport.Overview {
    var overview = CorpusReport.Overview()
    var shows: Set<String> = []
    let loops = try index.loopCues
    for member in members {
      let record = try index.reader.record(of: member.episode)
      overview.episodes += 1
      overview.words += try member.wordCount(in: index.reader)
      let cues = try member.cueCounts(in: index.reader, among: loops)
      overview.cues += cues.all
      overview.loopCues += cues.among
      if let duration = record.duration {
        overview.duration += duration
        overview.timedEpisodes += 1
      }
      if !record.show.isEmpty { shows.insert(record.show) }
      overview.note(record.date)
    }
    overview.shows = shows.sorted { $0.precedes($1) }
    return overview
  }

  /// The keywords of the latest episodes, each against all others of the selection.
  private func episodes() throws -> [CorpusReport.EpisodeKeywords] {
    let all = try members.map { try index.episode(at: $0.episode) }
    if request.episodes == 0 { return [] }
    let latest = all.sorted { ($1.date, $1.name) < ($0.date, $0.name) }.prefix(request.episodes)
    var keywords = KeywordsRequest()
    (keywords.selection, keywords.grouping) = (request.selection, .episode)
    (keywords.options, keywords.top) = (request.options, request.keywordTop)
    keywords.labels = Set(latest.map(\.name))
    let groups = Dictionary(
      uniqueKeysWithValues: try index.keywords(keywords).groups.map { ($0.label, $0) })
    return latest.compactMap { episode in
      groups[episode.name].map { CorpusReport.EpisodeKeywords(episode: episode, keywords: $0) }
    }
  }

  private func speakers() throws -> [CorpusReport.Speaker] {
    let found = try SpeakerFrequencies.count(
      members, in: index.reader, names: try index.names, places: request.options.evidence)
    let lines = try index.lines(at: found.prefix(request.top).map(\.places))
    return found.enumerated().map { rank, frequencies in
      CorpusReport.Speaker(
        frequencies: frequencies, evidence: rank < lines.count ? lines[rank] : [])
    }
  }
}

extension CorpusReport.Overview {
  fileprivate mutating func note(_ date: String) {
    guard !date.isEmpty else {
      undatedEpisodes += 1
      return
    }
    if firstDate.isEmpty || date.precedes(firstDate) { firstDate = date }
    if lastDate.isEmpty || lastDate.precedes(date) { lastDate = date }
  }
}
