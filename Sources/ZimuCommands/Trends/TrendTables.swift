import Reporting
import Zimu

/// Series over time as they are printed.
enum TrendTables {
  /// A row for each period of each term.
  static func series(_ report: TrendReport, hasLines: Bool) -> Table {
    let rows = report.series.flatMap { series in
      report.periods.indices.map { index -> [Table.Cell] in
        [
          .text(series.term), .text(report.periods[index]), .integer(series.counts[index]),
          rate(series.perMillion[index]),
        ]
      }
    }
    let lines = hasLines ? report.series.map { "\(Sparkline.text($0.perMillion))  \($0.term)" } : []
    return Table(
      columns: [.text("term"), .text("period"), .number("count"), .number("per_million")],
      rows: rows, foot: lines + foot(report))
  }

  /// A row for each term.
  static func trends(
    _ report: TrendReport, _ request: TrendRequest, hasLines: Bool
  ) -> Table {
    let common = TermColumns(request.options, report.repetitions)
    let columns: [Table.Column] = [
      .number("rank"), .text("term"), .text("key"), .number("count"), .number("slope"),
      .number("s"), .number("p_value"), .number("p_adjusted"), .number("first_per_million"),
      .number("last_per_million"),
    ]
    let rows = report.series.enumerated().map { index, series -> [Table.Cell] in
      let cells: [Table.Cell] = [
        .integer(index + 1), .text(series.term), .known(series.shown?.key ?? ""),
        .integer(series.counts.reduce(0, +)),
        .decimal(series.slope, places: 2), .integer(series.trend.statistic),
        .decimal(series.trend.probability, places: 4),
        .decimal(series.adjustedProbability, places: 4), rate(series.firstPerMillion),
        rate(series.lastPerMillion),
      ]
      return cells + (hasLines ? [.text(Sparkline.text(series.perMillion))] : [])
        + (series.shown.map { common.cells($0, count: series.counts.reduce(0, +)) } ?? [])
    }
    return Table(
      columns: columns + (hasLines ? [.text("series")] : []) + common.columns, rows: rows,
      foot: [
        "s and p_value: Mann–Kendall, two-sided. p_adjusted: Benjamini–Hochberg over all terms. slope: Sen's, in "
          + "per_million per period, at least 0.01 up or down.",
        TermsTable.leftOut(report.hidden, countsTerms: false),
      ] + foot(report))
  }

  private static func rate(_ value: Double?) -> Table.Cell {
    .decimal(value, places: 2)
  }

  private static func foot(_ report: TrendReport) -> [String] {
    let empty = report.wordCounts.count { $0 == 0 }
    let undated = FixedDecimal.grouped(report.undatedWords)
    var lines: [String] = []
    if report.periods.isEmpty { lines.append("No selected episode has a date.") }
    if empty > 0 {
      lines.append("\(empty) of \(report.periods.count) periods have no selected words.")
    }
    if report.undatedWords > 0 {
      lines.append(
        "Left out: \(undated) words of episodes without a date, or with one less precise than a period."
      )
    }
    if report.isTooShort, !report.periods.isEmpty {
      lines.append("The series is too short to say whether terms rise or fall.")
    }
    return lines
  }
}
