import ArgumentParser
import Reporting
import Zimu

/// `zimu concordance`: occurrences in the middle of their lines.
struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Show occurrences in context (a concordance, or KWIC).",
    discussion: """
      Takes the queries of `zimu search`. Lines are sorted by episode and time, or
      by the words beside the occurrence: 1L is the first word to its left, 1R the
      first to its right.

      EXAMPLES
        zimu concordance 人工智能
        zimu concordance OpenAI --sort 1R,2R --limit 30
        zimu kwic '算力' --sample 50 --seed 7 --format csv
      """,
    aliases: ["kwic"])

  @Argument(help: ArgumentHelp("Query, see zimu search.", valueName: "query"))
  var query: [String]

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var within: WithinOption
  @OptionGroup var repetition: RepetitionOptions

  @Option(help: "Sort lines by time, or by words such as 1L,2L or 1R,2R,3R.")
  var sort = "time"

  @Option(
    help: ArgumentHelp(
      "Number of lines to draw at random, from 1 (default: all lines).", valueName: "n"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "With --sample: seed of the random choice, from 0 (default: 0).", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Maximum number of lines, or all (default: 100; with --sample all).", valueName: "n|all"))
  var limit: NumberOrAll?

  @Option(
    help: ArgumentHelp(
      "Width of the text on each side, 1 to 1000 terminal cells (default: 30). A Han character "
        + "takes two cells.", valueName: "n"))
  var width: Int?

  private var order: [ConcordanceRequest.SortKey]? {
    if sort == "time" { return [] }
    let keys = sort.split(separator: ",").map { ConcordanceRequest.SortKey(String($0)) }
    return keys.contains(nil) || keys.isEmpty ? nil : keys.compactMap(\.self)
  }

  func validate() throws {
    guard order != nil else {
      throw ValidationError("--sort takes time, or words such as 1L,2L or 1R,2R,3R.")
    }
    try limit?.requirePositive("--limit")
    guard seed == nil || sample != nil else { throw ValidationError("--seed needs --sample.") }
    guard sample ?? 1 > 0 else { throw ValidationError("--sample takes a number from 1.") }
    guard ConcordanceRequest.widthRange.contains(width ?? 1) else {
      throw ValidationError("--width takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    var request = ConcordanceRequest(query.joined(separator: " "), selection: selection.filter)
    request.order = order ?? []
    request.sample = sample
    request.seed = seed ?? 0
    request.limit = limit?.number ?? (sample == nil ? 100 : .max)
    request.width = width ?? 30
    request.crossesCues = within.crossesCues
    request.excludedRepetitions = repetition.leftOut
    let index = try selection.open(index)
    try repetition.warn(in: index)
    let concordance = try index.concordance(request)
    try table.print(
      Self.table(concordance),
      cut: RowCut(
        shown: concordance.lines.count, all: min(concordance.occurrences, sample ?? .max),
        noun: "occurrences", remedy: "--limit all"))
    guard concordance.occurrences == 0 else { return }
    var search = SearchRequest(request.query, selection: request.selection)
    search.crossesCues = request.crossesCues
    ZeroHitNotes.write(try index.zeroHitReasons(for: search))
  }

  private static func table(_ concordance: Concordance) -> Table {
    // The left side ends where the occurrence begins, as numbers end.
    let columns: [Table.Column] =
      [
        .text("episode"), .time("start"), .text("speaker"), .number("left"), .text("match"),
        .text("right"), .structured("match_start_ms"),
      ] + concordance.repetitions.map { .text($0.column) }
    let rows = concordance.lines.map { line -> [Table.Cell] in
      [
        .text(line.episode), .milliseconds(line.start), .known(line.speaker), .text(line.left),
        .marked(line.match, [0..<line.match.utf8.count]), .text(line.right),
        .milliseconds(line.matchStart),
      ] + concordance.repetitions.map { .flag(line.repetitions.contains($0)) }
    }
    let (shown, all) = (concordance.lines.count, concordance.occurrences)
    let foot =
      all == 0
      ? "Nothing found."
      : "\(FixedDecimal.grouped(shown)) \(shown == 1 ? "line" : "lines") shown; "
        + "\(FixedDecimal.grouped(all)) \(all == 1 ? "occurrence" : "occurrences")."
    return Table(columns: columns, rows: rows, foot: [foot])
  }
}
