import Reporting
import Zimu

/// A frequency table with a column for each group: the terms are those most frequent over all.
struct WideTermsTable {
  private let index: TranscriptIndex
  private let request: TermsRequest

  init(_ index: TranscriptIndex, _ request: TermsRequest) {
    self.index = index
    self.request = request
  }

  func table() throws -> Table {
    var total = request
    total.grouping = .total
    let all = try index.terms(total)
    var grouped = request
    grouped.top = .max
    let groups = try index.terms(grouped).groups
    let counts = groups.map { group in
      Dictionary(uniqueKeysWithValues: group.rows.map { ($0.key, $0.count) })
    }
    var columns: [Table.Column] = [
      .number("rank"), .text("term"), .text("key"), .number("count"),
    ]
    if request.order == .tfidf { columns.append(.number("tfidf")) }
    let fixed = Set(columns.map(\.name))
    // A show that is called like a column must not take its place in JSON.
    columns += groups.map { .number(fixed.contains($0.label) ? "\($0.label) (group)" : $0.label) }
    let rows = (all.groups.first?.rows ?? []).map { row in
      [.integer(row.rank), .text(row.term), .text(row.key), .integer(row.count)]
        + (row.tfidf.map { [Table.Cell.decimal($0, places: 4)] } ?? [])
        + counts.map { Table.Cell.integer($0[row.key] ?? 0) }
    }
    return Table(columns: columns, rows: rows, foot: TermsTable.foot(all, total))
  }
}
