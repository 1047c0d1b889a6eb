import Reporting
import Zimu

/// Keywords as they are printed.
struct KeywordsTable {
  private let report: KeywordsReport
  private let request: KeywordsRequest

  init(_ report: KeywordsReport, _ request: KeywordsRequest) {
    (self.report, self.request) = (report, request)
  }

  var table: Table {
    let isGrouped = request.grouping != .total
    var columns: [Table.Column] = isGrouped ? [.text("group")] : []
    columns += [
      .number("rank"), .text("term"), .text("key"), .number("count"), .number("reference_count"),
      .number("per_million"), .number("reference_per_million"), .number("log_likelihood"),
      .number("log_ratio"), .number("p_adjusted"),
    ]
    if let name = methodColumn { columns.append(.number(name)) }
    columns += common.columns
    let rows = report.groups.flatMap { group in
      group.rows.map { row in
        (isGrouped ? [.known(group.label)] : []) + cells(row, isByCount: group.isByCount)
      }
    }
    let left = TermsTable.leftOut(report.hidden, countsTerms: !isGrouped)
    let shown = report.groups.flatMap(\.rows).map { ($0.shown, $0.count) }
    return Table(
      columns: columns, rows: rows,
      foot: foot + [left] + common.foot(shown)
        + UndatedNote.foot(report.groups.map(\.label), by: request.grouping))
  }

  private var common: TermColumns { TermColumns(request.options, report.repetitions) }

  private var methodColumn: String? {
    request.method == .logLikelihood ? nil : request.method.rawValue
  }

  private func cells(_ row: KeywordsReport.Row, isByCount: Bool) -> [Table.Cell] {
    let numbers: [Table.Cell] =
      isByCount
      ? [.missing, .missing, .missing, .missing]
      : [
        .decimal(row.referencePerMillion, places: 2),
        .decimal(row.logLikelihood, places: 4), .decimal(row.logRatio, places: 4),
        .decimal(row.adjustedProbability, places: 4),
      ]
    let score: [Table.Cell] =
      methodColumn == nil ? [] : [.decimal(row.score, places: 4)]
    return [
      .integer(row.rank), .text(row.term), .text(row.key), .integer(row.count),
      isByCount ? .missing : .integer(row.referenceCount),
      .decimal(row.perMillion, places: 2),
    ] + numbers + score + common.cells(row.shown, count: row.count)
  }

  private var foot: [String] {
    let byCount = report.groups.filter(\.isByCount)
    if report.groups.isEmpty { return ["No words are selected."] }
    guard byCount.isEmpty else {
      let order = request.method == .tfidf ? "tfidf" : "count"
      return ["The reference has no words to compare with, so rows are sorted by \(order)."]
    }
    return [
      "Log-likelihood of two cells. Log ratio with 0.5 for a count of 0. p_adjusted by Benjamini and "
        + "Hochberg."
    ]
  }
}
