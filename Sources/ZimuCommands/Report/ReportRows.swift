import Reporting
import Zimu

/// A report as one table, for spreadsheets: a row for each row of its sections.
struct ReportRows {
  private let report: CorpusReport

  init(_ report: CorpusReport) { self.report = report }

  private static let columns: [Table.Column] =
    [
      .text("section"), .text("group"), .number("rank"), .text("term"), .text("key"),
      .number("count"), .number("per_million"), .number("episodes"), .number("log_likelihood"),
      .number("log_ratio"), .number("p_adjusted"), .number("slope"), .number("s"),
      .number("p_value"), .number("first_per_million"), .number("last_per_million"),
    ] + Repetition.allCases.map { .number($0.column) } + [.below("evidence")]

  /// The cells of a row by the names of their columns; the others are missing.
  private typealias Cells = [String: Table.Cell]

  var table: Table {
    let rows =
      terms + keywords + trend("rising", report.rising)
      + trend("falling", report.falling) + speakers + fillers
    return Table(
      columns: Self.columns,
      rows: rows.map { row in Self.columns.map { row[$0.name] ?? .missing } })
  }

  private var terms: [Cells] { report.terms.map { counted("terms", $0) } }

  private var fillers: [Cells] { report.fillers.map { counted("fillers", $0) } }

  private func counted(_ section: String, _ row: TermsReport.Row) -> Cells {
    shown(section, row.rank, row.shown, count: row.count).merging([
      "per_million": .decimal(row.perMillion, places: 2), "episodes": .integer(row.episodes),
    ]) { $1 }
  }

  private func shown(_ section: String, _ rank: Int, _ row: DisplayedTerm, count: Int) -> Cells {
    var cells: Cells = [
      "section": .text(section), "rank": .integer(rank), "term": .text(row.term),
      "key": .text(row.key), "count": .integer(count),
      "evidence": .entries(row.evidence.map(TermColumns.entry)),
    ]
    for repetition in Repetition.allCases {
      cells[repetition.column] = .integer(row.count(from: repetition, of: count))
    }
    return cells
  }

  private var keywords: [Cells] {
    report.episodes.flatMap { episode in
      episode.keywords.rows.map { row -> Cells in
        var cells = shown("keywords", row.rank, row.shown, count: row.count)
        cells["group"] = .text(episode.episode.name)
        cells["per_million"] = .decimal(row.perMillion, places: 2)
        guard !episode.keywords.isByCount else { return cells }
        cells["log_likelihood"] = .decimal(row.logLikelihood, places: 4)
        cells["log_ratio"] = .decimal(row.logRatio, places: 4)
        cells["p_adjusted"] = .decimal(row.adjustedProbability, places: 4)
        return cells
      }
    }
  }

  private func trend(_ section: String, _ trend: TrendReport?) -> [Cells] {
    (trend?.series ?? []).enumerated().compactMap { rank, series in
      guard let row = series.shown else { return nil }
      var cells = shown(section, rank + 1, row, count: series.counts.reduce(0, +))
      cells["slope"] = .decimal(series.slope, places: 2)
      cells["s"] = .integer(series.trend.statistic)
      cells["p_value"] = .decimal(series.trend.probability, places: 4)
      cells["p_adjusted"] = .decimal(series.adjustedProbability, places: 4)
      cells["first_per_million"] = .decimal(series.firstPerMillion, places: 2)
      cells["last_per_million"] = .decimal(series.lastPerMillion, places: 2)
      return cells
    }
  }

  private var speakers: [Cells] {
    report.speakers.enumerated().map { rank, speaker in
      [
        "section": .text("speakers"), "rank": .integer(rank + 1),
        "term": .text(speaker.name), "count": .integer(speaker.words),
        "episodes": .integer(speaker.episodes),
        "evidence": .entries(speaker.evidence.map(TermColumns.entry)),
      ]
    }
  }
}
