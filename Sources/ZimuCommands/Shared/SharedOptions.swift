import ArgumentParser
import Reporting
import Zimu

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Folder of the index.", valueName: "dir"))
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
  @Option(help: "Output format.")
  var format = TableFormat.table

  @Flag(
    help: "With --format csv: begin with a byte order mark, which Excel needs to read UTF-8.")
  var excel = false

  func validate() throws {
    guard !excel || format == .csv else { throw ValidationError("--excel needs --format csv.") }
  }

  /// Whether sentences may stand beside the table.
  var isForPeople: Bool { format == .table || format == .markdown }

  /// Prints a table, and what a limit left out: below it for people, on standard error for machines.
  func print(_ table: Table, cut: RowCut? = nil) throws {
    var table = table
    if let cut, isForPeople { table.foot.append(cut.sentence) }
    if let cut, !isForPeople { Console.current.writeError(cut.sentence + "\n") }
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
      """
      Select only what matches show: title: speaker: episode: id: date: time: or tag:NAME=VALUE, combined with AND, OR, NOT.
      """,
      discussion:
        "For example 'show:indigo AND date:2024-01..2024-06', 'time:00:10:00..00:20:00'.",
      valueName: "filter"))
  var filter: String?

  /// Opens an index, and says on standard error when the filter selects nothing in it, or no episode has the tag that
  /// groups.
  func open(_ index: IndexOption, by grouping: Grouping = .total) throws -> TranscriptIndex {
    let index = try index.open()
    try Self.warn(of: filter, "--where", in: index)
    if case .tag(let name) = grouping { try Self.warn(ofTag: name, in: index) }
    return index
  }

  private static func warn(ofTag name: String, in index: TranscriptIndex) throws {
    let names = try Set(index.episodes.flatMap(\.tagNames))
    guard !names.contains(name) else { return }
    let known =
      names.isEmpty
      ? "the index has no tags" : "the tags are \(names.sorted().joined(separator: ", "))"
    Console.current.writeError("warning: --by tag:\(name): no episode has this tag; \(known)\n")
  }

  /// Says on standard error when a filter selects no episode.
  ///
  /// - Parameter option: the option that has the filter, with its dashes.
  static func warn(of filter: String?, _ option: String, in index: TranscriptIndex) throws {
    guard let filter, try index.episodes(where: filter).isEmpty else { return }
    let count = try index.episodes.count
    let all =
      count == 1
      ? "does not select the only episode"
      : "selects none of \(FixedDecimal.grouped(count)) episodes"
    let list = "“zimu episodes” lists \(count == 1 ? "it" : "them")"
    Console.current.writeError("warning: \(option) “\(filter)” \(all); \(list)\n")
  }
}
