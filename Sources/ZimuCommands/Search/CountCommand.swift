import ArgumentParser
import Reporting
import Zimu

/// `zimu count`: how often given keywords were said.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count every occurrence of given terms, wherever word boundaries fall.",
    discussion: """
      A term is literal text, never query syntax. As in a search, 人工智能 is
      found anywhere, and AI only as a whole word. With --match word, only words,
      or sequences of words, that are equal to the term are counted.

      All spellings of a term are counted together. With --case, only occurrences
      in exactly the spelling of the term are counted: 后 without 後, IT without
      it, AI without ＡＩ. White space is compared as without --case.

      A file has one term per line. A line `label: a | b` adds up several
      spellings in one row; without a label, the row is labelled `a`. Empty lines
      and lines that start with `# ` are ignored.

      EXAMPLES
        zimu count 人工智能 AI OpenAI
        zimu count IT 后 --case
        zimu count 川普 特朗普 --by month --zeros
        zimu count --terms-file keywords.txt --by episode --wide --format csv
      """)

  @Argument(help: ArgumentHelp("Terms to count.", valueName: "term"))
  var terms: [String] = []

  @Option(
    help: ArgumentHelp("File of terms to count after those given.", valueName: "file"),
    completion: .file())
  var termsFile: String?

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var within: WithinOption
  @OptionGroup var repetition: RepetitionOptions

  @Option(help: "Count the term as text wherever it occurs, or only as whole words.")
  var match = TextMatch.text

  @Flag(
    name: .customLong("case"),
    help: "Count only occurrences in exactly the spelling of the term.")
  var isExact = false

  @Option(
    help: ArgumentHelp(
      "Group counts by one of these, or by tag:NAME; adds the column group.",
      discussion: PartNote.help))
  var by = Grouping.total

  @Flag(help: "With --by: also print rows with a count of 0.")
  var zeros = false

  @Flag(
    help: "With --by: print one row per term and one column per group.")
  var wide = false

  @Option(help: "With --wide: value shown for each group (default: count).")
  var value: WideValue?

  func validate() throws {
    guard !terms.isEmpty || termsFile != nil else {
      throw ValidationError("Give terms, or a file of terms with --terms-file.")
    }
    guard by != .total || !wide else { throw ValidationError("--wide needs --by.") }
    guard by != .total || !zeros else { throw ValidationError("--zeros needs --by.") }
    guard !wide || !zeros else {
      throw ValidationError("--zeros has no effect with --wide, which has a row for each term.")
    }
    guard value == nil || wide else { throw ValidationError("--value needs --wide.") }
  }

  func run() throws {
    var keywords = KeywordList(terms).keywords
    if let termsFile {
      keywords += try KeywordList(file: InputFile.read(termsFile), name: termsFile).keywords
    }
    var request = CountRequest(KeywordList(keywords: keywords))
    (request.match, request.isExact) = (match, isExact)
    request.grouping = by
    request.selection = selection.filter
    request.crossesCues = within.crossesCues
    request.excludedRepetitions = repetition.leftOut
    let index = try selection.open(index, by: by)
    let counts = try index.count(request)
    if wide {
      // An episode may be in several groups, as those of its speakers.
      request.grouping = .total
      try table.print(
        Self.wideTable(counts, by, total: try index.count(request), value ?? .count))
    } else {
      try table.print(Self.table(counts, by, zeros: zeros))
    }
    ZeroHitNotes.write(try index.zeroHitReasons(for: request, in: counts))
    guard counts.rejected.isEmpty else { throw Self.refusal(counts) }
  }

  /// Says which terms were not counted.
  private static func refusal(_ counts: KeywordCounts) -> ExitCode {
    for number in counts.rejected.sorted() {
      Console.current.writeError(
        "not counted: “\(counts.keywords[number])” has no letter, digit or other character of a word\n"
      )
    }
    return ExitCode(2)
  }

  private static let columns: [Table.Column] = [
    .text("term"), .number("count"), .number("per_million"), .number("episodes"),
  ]

  private static func table(_ counts: KeywordCounts, _ by: Grouping, zeros: Bool) -> Table {
    var rows: [[Table.Cell]] = []
    for (group, cells) in counts.cells.enumerated() {
      for (number, cell) in cells.enumerated() where by == .total || zeros || cell.count > 0 {
        rows.append(
          (by == .total ? [] : [.known(counts.labels[group])]) + [.text(counts.keywords[number])]
            + WideValue.allCases.map { Self.cell($0, counts, group, number) })
      }
    }
    let shown =
      zeros
      ? counts.labels
      : counts.labels.indices
        .filter { counts.cells[$0].contains { $0.count > 0 } }.map { counts.labels[$0] }
    return Table(
      columns: (by == .total ? [] : [.text("group")]) + columns, rows: rows,
      foot: UndatedNote.foot(shown, by: by))
  }

  /// What is counted of a term in a group; missing of what cannot be counted.
  private static func cell(
    _ value: WideValue, _ counts: KeywordCounts, _ group: Int, _ number: Int
  ) -> Table.Cell {
    if counts.rejected.contains(number) { return .missing }
    let cell = counts.cells[group][number]
    return value.cell(
      count: cell.count, perMillion: cell.perMillion(of: counts.wordCounts[group]),
      episodes: cell.episodes)
  }

  private static func wideTable(
    _ counts: KeywordCounts, _ by: Grouping, total: KeywordCounts, _ value: WideValue
  ) -> Table {
    let rows = counts.keywords.indices.map { number -> [Table.Cell] in
      [.text(counts.keywords[number])]
        + WideValue.allCases.map { Self.cell($0, total, 0, number) }
        + counts.labels.indices.map { Self.cell(value, counts, $0, number) }
    }
    return Table(
      columns: columns + WideValue.columns(counts.labels, besides: columns), rows: rows,
      foot: UndatedNote.foot(counts.labels, by: by, isWide: true))
  }
}
