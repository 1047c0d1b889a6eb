import Reporting
import Zimu

/// A frequency table with a column for each group: the terms are those most frequent over all.
struct WideTermsTable {
  private let report: WideTermsReport
  private let request: TermsRequest

  init(_ report: WideTermsReport, _ request: TermsRequest) {
    (self.report, self.request) = (report, request)
  }

  var table: Table {
    var columns: [Table.Column] = [
      .number("rank"), .text("term"), .text("key"), .number("count"),
    ]
    if request.order == .tfidf { columns.append(.number("tfidf")) }
    let common = TermsTable.common(report.total, request)
    let fixed = Set((columns + common.columns).map(\.name))
    // A show that is called like a column must not take its place in JSON.
    // What has no show, speaker or date needs a name, too.
    let labels = report.labels.map { label in
      label.isEmpty ? "(none)" : fixed.contains(label) ? "\(label) (group)" : label
    }
    columns += labels.map { .number($0) } + common.columns
    let rows = zip(report.total.groups.first?.rows ?? [], report.counts).map { row, counts in
      [.integer(row.rank), .text(row.term), .text(row.key), .integer(row.count)]
        + (row.tfidf.map { [Table.Cell.decimal($0, places: 4)] } ?? [])
        + counts.map { Table.Cell.integer($0) } + common.cells(row.shown, count: row.count)
    }
    var total = request
    total.grouping = .total
    let shown = report.total.groups.flatMap(\.rows).map { ($0.shown, $0.count) }
    return Table(
      columns: columns, rows: rows, foot: TermsTable.foot(report.total, total) + common.foot(shown))
  }
}
