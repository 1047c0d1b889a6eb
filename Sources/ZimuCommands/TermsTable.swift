import Reporting
import Zimu

/// A frequency table as it is printed.
struct TermsTable {
  private let report: TermsReport
  private let request: TermsRequest

  init(_ report: TermsReport, _ request: TermsRequest) {
    self.report = report
    self.request = request
  }

  var table: Table {
    let isGrouped = request.grouping != .total
    var columns: [Table.Column] = isGrouped ? [.text("group")] : []
    columns += [
      .number("rank"), .text("term"), .text("key"), .number("count"), .number("per_million"),
      .number("episodes"),
    ]
    if request.order == .tfidf { columns.append(.number("tfidf")) }
    let rows = report.groups.flatMap { group in
      group.rows.map { row in (isGrouped ? [.text(group.label)] : []) + cells(row) }
    }
    return Table(columns: columns, rows: rows, foot: Self.foot(report, request))
  }

  private func cells(_ row: TermsReport.Row) -> [Table.Cell] {
    var cells: [Table.Cell] = [
      .integer(row.rank), .text(row.term), .text(row.key), .integer(row.count),
      .decimal(row.perMillion, places: 2), .integer(row.episodes),
    ]
    if let tfidf = row.tfidf { cells.append(.decimal(tfidf, places: 4)) }
    return cells
  }

  /// What was counted, and what was left out.
  static func foot(_ report: TermsReport, _ request: TermsRequest) -> [String] {
    let words = FixedDecimal.grouped(report.groups.reduce(0) { $0 + $1.wordCount })
    guard request.counted == .words else { return ["\(words) words."] }
    let reasons: [(TermFilter.Hidden, String)] = [
      (.stopWord, "stop words"), (.number, "numbers"), (.short, "too short"),
      (.script, "in another script"),
    ]
    let left = reasons.compactMap { reason, name in
      report.left[reason].map { left -> String in
        // Over several groups terms would be counted once in each.
        let terms = " (\(FixedDecimal.grouped(left.terms)) terms)"
        return "\(FixedDecimal.grouped(left.words)) \(name)"
          + (request.grouping == .total ? terms : "")
      }
    }
    return ["\(words) words. Left out: \(left.isEmpty ? "nothing" : left.joined(separator: ", "))."]
  }
}
