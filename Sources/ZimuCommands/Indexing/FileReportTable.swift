import Reporting
import Zimu

/// What became of each file of a run, for `--report`.
enum FileReportTable {
  static func table(of files: [FileReport]) -> Table {
    Table(
      columns: [
        .text("file"), .text("outcome"), .text("format"), .text("encoding"), .number("cues"),
        .number("words"), .number("warnings"), .text("reason"),
      ], rows: files.map(row))
  }

  private static func row(of file: FileReport) -> [Table.Cell] {
    [
      .text(file.path.description), .text(file.outcome.rawValue), .text(file.format),
      .text(file.encoding), .integer(file.cues), .integer(file.words), .integer(file.warnings),
      .text(file.error?.message ?? ""),
    ]
  }
}
