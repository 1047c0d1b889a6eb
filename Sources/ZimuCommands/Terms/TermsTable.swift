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
    let common = Self.common(report, request)
    columns += common.columns
    let rows = report.groups.flatMap { group in
      group.rows.map { row in
        (isGrouped ? [.known(group.label)] : []) + cells(row)
          + common.cells(row.shown, count: row.count)
      }
    }
    let shown = report.groups.flatMap(\.rows).map { ($0.shown, $0.count) }
    return Table(
      columns: columns, rows: rows,
      foot: Self.foot(report, request) + common.foot(shown)
        + UndatedNote.foot(report.groups.map(\.label), by: request.grouping))
  }

  static func common(_ report: TermsReport, _ request: TermsRequest) -> TermColumns {
    var options = request.options
    // Fillers are in no phrase.
    if request.termClass == .fillers { options.showsNested = false }
    return TermColumns(options, report.repetitions)
  }

  private func cells(_ row: TermsReport.Row) -> [Table.Cell] {
    var cells: [Table.Cell] = [
      .integer(row.rank), .text(row.term), .text(row.key), .integer(row.count),
      .decimal(row.perMillion, places: 2), .integer(row.episodes),
    ]
    if let tfidf = row.tfidf { cells.append(.decimal(tfidf, places: 4)) }
    return cells
  }

  private static let reasons: [(TermFilter.Reason, String)] = [
    (.stopWord, "stop words"), (.number, "numbers"), (.short, "too short"),
    (.script, "in another script"), (.nested, "inside of longer phrases"),
  ]

  /// What was counted, and what was left out.
  static func foot(_ report: TermsReport, _ request: TermsRequest) -> [String] {
    if report.groups.isEmpty { return ["No words are selected."] }
    let words = FixedDecimal.grouped(report.groups.reduce(0) { $0 + $1.wordCount })
    guard request.termClass == .words else { return ["\(words) words."] }
    return ["\(words) words. " + leftOut(report.hidden, countsTerms: request.grouping == .total)]
  }

  /// What is not shown, and why.
  ///
  /// - Parameter countsTerms: over several groups terms would be counted once in each.
  static func leftOut(
    _ left: [TermFilter.Reason: HiddenTerms], countsTerms: Bool
  ) -> String {
    let parts = reasons.compactMap { reason, name in
      left[reason].map { left -> String in
        let terms = " (\(FixedDecimal.grouped(left.terms)) terms)"
        return "\(FixedDecimal.grouped(left.words)) \(name)" + (countsTerms ? terms : "")
      }
    }
    return "Left out: \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))."
  }
}
