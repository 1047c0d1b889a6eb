import Reporting
import Zimu

/// Phrases as they are printed.
struct PhrasesTable {
  private let report: PhrasesReport
  private let request: PhrasesRequest

  init(_ report: PhrasesReport, _ request: PhrasesRequest) {
    (self.report, self.request) = (report, request)
  }

  var table: Table {
    let common = TermColumns(request.options, report.repetitions)
    let columns: [Table.Column] = [
      .number("rank"), .text("term"), .text("key"), .number("count"), .number("per_million"),
      .number("episodes"), .number("log_likelihood"), .number("npmi"), .number("freedom"),
      .number("c_value"),
    ]
    let rows = report.rows.map { row in
      cells(row) + common.cells(row.shown, count: row.count)
    }
    return Table(
      columns: columns + common.columns, rows: rows,
      foot: foot + common.foot(report.rows.map { ($0.shown, $0.count) }))
  }

  private func cells(_ row: PhrasesReport.Row) -> [Table.Cell] {
    let statistics = row.statistics
    return [
      .integer(row.rank), .text(row.shown.term), .text(row.shown.key), .integer(row.count),
      .decimal(row.perMillion, places: 2), .integer(row.episodes),
      .decimal(statistics.logLikelihood, places: 4), .decimal(statistics.npmi, places: 4),
      .decimal(statistics.freedom, places: 4), .decimal(statistics.cValue, places: 4),
    ]
  }

  private var foot: [String] {
    if report.wordCount == 0 { return ["No words are selected."] }
    let words = FixedDecimal.grouped(report.wordCount)
    let phrases = FixedDecimal.grouped(report.phraseCount)
    let nested = report.hidden[.nested].map {
      " Left out: \(FixedDecimal.grouped($0.terms)) that occur mostly inside longer ones."
    }
    return [
      "\(phrases) \(report.phraseCount == 1 ? "phrase" : "phrases") in \(words) words.\(nested ?? "")"
    ]
  }
}
