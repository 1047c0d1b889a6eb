import ArgumentParser
import Reporting
import Zimu

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The folder of the index.", valueName: "dir"))
  var index: String?

  /// The option, else the environment's, else `zimu-index` in the working folder.
  var path: String {
    if let index { return index }
    let variable = Console.current.environment["ZIMU_INDEX"] ?? ""
    return variable.isEmpty ? "zimu-index" : variable
  }

  func open() throws -> TranscriptIndex {
    try TranscriptIndex(at: path)
  }
}

/// How a command prints its table.
struct TableOptions: ParsableArguments {
  @Option(help: "How the table is printed.")
  var format = TableFormat.table

  @Flag(help: "Start CSV with a byte order mark, which Excel needs to read it as UTF-8.")
  var excel = false

  func print(_ table: Table) throws {
    let terminal = Console.current.terminal
    let style = TableStyle(
      width: terminal.outputWidth, isBold: terminal.isBold, hasByteOrderMark: excel)
    try Console.current.write(table.rendered(as: format, style: style))
  }
}

/// Which episodes a command looks at.
struct SelectionOption: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only what fits: show: title: speaker: episode: date: with AND, OR, NOT.",
      discussion: "For example 'show:indigo AND date:2024-01..2024-06'.", valueName: "filter"))
  var filter: String?
}
