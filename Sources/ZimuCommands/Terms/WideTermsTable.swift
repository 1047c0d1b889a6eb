import Reporting
import Zimu

/// A frequency table with a column for each group: the terms are those most frequent over all.
struct WideTermsTable {
  private let report: WideTermsReport
  private let request: TermsRequest

  private let value: WideValue

  init(_ report: WideTermsReport, _ request: TermsRequest, _ value: WideValue) {
    (self.report, self.request, self.value) = (report, request, value)
  }

  var table: Table {
    var columns: [Table.Column] = [
      .number("rank"), .text("term"), .text("key"), .number("count"),
    ]
    if request.order == .tfidf { columns.append(.number("tfidf")) }
    let common = TermsTable.common(report.total, request)
    columns += WideValue.columns(report.labels, besides: columns + common.columns) + common.columns
    let rows = zip(report.total.groups.first?.rows ?? [], report.cells).map { row, cells in
      [.integer(row.rank), .text(row.term), .text(row.key), .integer(row.count)]
        + (row.tfidf.map { [Table.Cell.decimal($0, places: 4)] } ?? [])
        + cells.map {
          value.cell(count: $0.count, perMillion: $0.perMillion, episodes: $0.episodes)
        } + common.cells(row.shown, count: row.count)
    }
    var total = request
    total.grouping = .total
    let shown = report.total.groups.flatMap(\.rows).map { ($0.shown, $0.count) }
    return Table(
      columns: columns, rows: rows,
      foot: TermsTable.foot(report.total, total) + common.foot(shown)
        + UndatedNote.foot(report.labels, by: request.grouping, isWide: true))
  }
}
