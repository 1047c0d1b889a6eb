import Reporting
import Zimu

/// A report as a document.
struct ReportPages {
  private let report: CorpusReport
  private let request: ReportRequest
  private let texts: ReportTexts

  init(_ report: CorpusReport, _ request: ReportRequest, _ texts: ReportTexts) {
    (self.report, self.request, self.texts) = (report, request, texts)
  }

  func document(title: String?) -> ReportDocument {
    let selected = request.selection.map(texts.selected) ?? texts.everything
    return ReportDocument(
      language: texts.language.rawValue,
      title: title.flatMap { $0.isEmpty ? nil : $0 } ?? texts.title,
      subtitle: selected + (texts.language == .zh ? "。" : "."),
      hint: request.options.evidence > 0 && report.overview.words > 0 ? texts.clickNote : "",
      facts: facts,
      sections: [terms] + keywords
        + [
          trend(texts.rising, report.rising), trend(texts.falling, report.falling), speakers,
          fillers,
        ].compactMap(\.self),
      seriesLabel: texts.series(step),
      foot: markNotes
        + [texts.made(by: "Zimu \(Versions.zimu)")])
  }

  private var step: String { texts.steps(request.period.rawValue) }

  // MARK: What is in it

  private var facts: [(name: String, value: String)] {
    let overview = report.overview
    var facts = [(texts.episodes, grouped(overview.episodes))]
    if !overview.shows.isEmpty { facts.append((texts.shows, shows(overview.shows))) }
    let length =
      overview.timedEpisodes == 0
      ? texts.unknown
      : texts.length(
        FixedDecimal.format(Double(overview.duration) / 3_600_000, places: 1),
        of: overview.timedEpisodes, overview.episodes)
    facts += [
      (texts.hours, length), (texts.words, grouped(overview.words)),
      (texts.cues, grouped(overview.cues)), (texts.period, period(overview)),
    ]
    if report.speakerCount > 0 { facts.append((texts.speakers, grouped(report.speakerCount))) }
    if overview.loopCues > 0 { facts.append((texts.loopCues, grouped(overview.loopCues))) }
    return facts
  }

  private func shows(_ shows: [String]) -> String {
    let separator = texts.language == .zh ? "、" : ", "
    let first = shows.prefix(3).joined(separator: separator)
    return shows.count > 3 ? first + "… (\(grouped(shows.count)))" : first
  }

  private func period(_ overview: CorpusReport.Overview) -> String {
    if overview.firstDate.isEmpty { return texts.unknown }
    return overview.firstDate == overview.lastDate
      ? overview.firstDate : "\(overview.firstDate) – \(overview.lastDate)"
  }

  // MARK: Sections

  private var terms: ReportDocument.Section {
    var section = ReportDocument.Section(texts.topTerms)
    section.note = report.terms.isEmpty ? texts.nothing : texts.topTermsNote(request.options.units)
    let hasSeries = report.series.contains { $0.count > 1 }
    section.columns = [texts.term, texts.count, texts.perMillion, texts.episodes]
    section.rows = zip(report.terms, report.series).map { row, series in
      ReportDocument.Row(
        name(row.shown, row.count),
        values: [grouped(row.count), decimal(row.perMillion, 2), grouped(row.episodes)],
        share: hasSeries ? nil : share(row.count, report.terms.map(\.count).max()), series: series,
        lines: lines(row.shown.evidence))
    }
    return section
  }

  private var keywords: [ReportDocument.Section] {
    guard request.episodes > 0 else { return [] }
    var whole = ReportDocument.Section(texts.keywords)
    whole.note =
      report.episodes.contains { !$0.keywords.isByCount }
      ? texts.keywordsNote(report.episodes.count, of: report.overview.episodes) : texts.byCount
    return [whole] + report.episodes.map(keywords)
  }

  private func keywords(_ part: CorpusReport.EpisodeKeywords) -> ReportDocument.Section {
    let (episode, keywords) = (part.episode, part.keywords)
    let name = episode.title.isEmpty ? episode.name : episode.title
    var section = ReportDocument.Section(
      [episode.date, episode.show, name].filter { !$0.isEmpty }.joined(separator: " · "))
    section.isPart = true
    section.columns = [texts.term, texts.count, texts.logLikelihood, texts.logRatio]
    let strongest = keywords.rows.first?.logLikelihood ?? 0
    section.rows = keywords.rows.map { row in
      ReportDocument.Row(
        self.name(row.shown, row.count),
        values: [grouped(row.count)]
          + (keywords.isByCount
            ? ["", ""] : [decimal(row.logLikelihood, 2), decimal(row.logRatio, 2)]),
        share: strongest > 0 ? row.logLikelihood / strongest : nil,
        lines: lines(row.shown.evidence))
    }
    if section.rows.isEmpty { section.note = texts.nothing }
    return section
  }

  private func trend(_ title: String, _ trend: TrendReport?) -> ReportDocument.Section {
    var section = ReportDocument.Section(title)
    guard let trend else {
      section.note = report.hasTooManyPeriods ? texts.tooLong : texts.tooShort
      return section
    }
    section.note = trend.series.isEmpty ? texts.nothing : texts.trendNote(step)
    section.columns = [
      texts.term, texts.count, texts.slope, texts.probability, texts.adjustedProbability,
    ]
    section.rows = trend.series.map { series in
      ReportDocument.Row(
        series.shown.map { name($0, series.counts.reduce(0, +)) } ?? series.term,
        values: [
          grouped(series.counts.reduce(0, +)), decimal(series.slope, 2),
          series.trend.probability.map { decimal($0, 4) } ?? "",
          series.adjustedProbability.map { decimal($0, 4) } ?? "",
        ], series: series.perMillion, lines: lines(series.shown?.evidence ?? []))
    }
    return section
  }

  private var speakers: ReportDocument.Section? {
    guard !report.speakers.isEmpty else { return nil }
    var section = ReportDocument.Section(texts.topSpeakers)
    section.columns = [texts.speaker, texts.words, texts.share, texts.cues, texts.episodes]
    let most = report.speakers.first?.words
    section.rows = report.speakers.map { speaker in
      let percent = 100 * Double(speaker.words) / Double(max(1, report.overview.words))
      return ReportDocument.Row(
        speaker.name,
        values: [
          grouped(speaker.words), decimal(percent, 2) + "%", grouped(speaker.cues),
          grouped(speaker.episodes),
        ], share: share(speaker.words, most), lines: lines(speaker.evidence, marked: false))
    }
    return section
  }

  private var fillers: ReportDocument.Section {
    var section = ReportDocument.Section(texts.topFillers)
    if report.fillers.isEmpty { section.note = texts.nothing }
    section.columns = [texts.filler, texts.count, texts.perMillion, texts.episodes]
    let most = report.fillers.map(\.count).max()
    section.rows = report.fillers.map { row in
      ReportDocument.Row(
        name(row.shown, row.count),
        values: [grouped(row.count), decimal(row.perMillion, 2), grouped(row.episodes)],
        share: share(row.count, most), lines: lines(row.shown.evidence))
    }
    return section
  }

  // MARK: Parts

  /// A term, with a mark for each repetition that more than half of it comes from.
  private func name(_ row: DisplayedTerm, _ count: Int) -> String {
    ([row.term]
      + Repetition.allCases.filter { row.count(from: $0, of: count) != nil }.map(Self.mark))
      .joined(separator: " ")
  }

  private static func mark(_ repetition: Repetition) -> String {
    switch repetition {
    case .loops: "↻"
    case .recurring: "≡"
    }
  }

  /// What the marks mean that the page has.
  private var markNotes: [String] {
    let rows =
      (report.terms + report.fillers).map { ($0.shown, $0.count) }
      + report.episodes.flatMap(\.keywords.rows).map { ($0.shown, $0.count) }
      + [report.rising, report.falling].compactMap(\.self).flatMap(\.series).compactMap { series in
        series.shown.map { ($0, series.counts.reduce(0, +)) }
      }
    return Repetition.allCases.filter { repetition in
      rows.contains { row, count in row.count(from: repetition, of: count) != nil }
    }.map { texts.note(on: $0, Self.mark($0)) }
  }

  private func lines(_ evidence: [EvidenceLine], marked: Bool = true) -> [ReportDocument.Line] {
    evidence.map { line in
      ReportDocument.Line(
        place: [
          line.cue.episodeName, ClockTime.text(milliseconds: line.cue.start ?? -1),
          line.cue.speaker,
        ]
        .filter { !$0.isEmpty }.joined(separator: " · "),
        text: line.cue.text, marks: marked ? [line.match] : [], link: line.cue.url)
    }
  }

  private func share(_ value: Int, _ most: Int?) -> Double? {
    most.map { $0 == 0 ? 0 : Double(value) / Double($0) }
  }

  private func grouped(_ value: Int) -> String { FixedDecimal.grouped(value) }

  private func decimal(_ value: Double, _ places: Int) -> String {
    FixedDecimal.format(value, places: places)
  }
}
