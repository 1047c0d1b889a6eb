import ArgumentParser
import Reporting
import Zimu

/// `zimu count`: how often given keywords were said.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count given keywords, exactly, whatever the segmentation.",
    discussion: """
      A term is literal text, never query syntax. All its occurrences count,
      as in a search: 人工智能 wherever it stands, AI as a whole word. With
      --match word, words count, or words in a row, that are equal to it.

      A file has a term a line, or `label: a | b`, which adds several
      spellings up in one row. Empty lines, and those that start with `# `,
      are passed over.

      EXAMPLES
        zimu count 人工智能 AI OpenAI
        zimu count 川普 特朗普 --by month --zeros
        zimu count --terms-file keywords.txt --by episode --wide --format csv
      """)

  @Argument(help: ArgumentHelp("What to count.", valueName: "term"))
  var terms: [String] = []

  @Option(
    help: ArgumentHelp("A file of terms, after those given.", valueName: "file"),
    completion: .file())
  var termsFile: String?

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var within: WithinOption

  @Option(help: "What counts: the text wherever it stands, or whole words.")
  var match = TextCount.Match.text

  @Option(help: "Counts for each of these, with a column group in front.")
  var by = Grouping.total

  @Flag(help: "With --by: rows of groups that do not have a term, too.")
  var zeros = false

  @Flag(help: "With --by: a row for each term, and a column for each group with its counts.")
  var wide = false

  func validate() throws {
    guard !terms.isEmpty || termsFile != nil else {
      throw ValidationError("Name terms, or a file of them with --terms-file.")
    }
    guard by != .total || !wide else { throw ValidationError("--wide needs --by.") }
  }

  func run() throws {
    var keywords = KeywordList(terms).keywords
    if let termsFile {
      keywords += try KeywordList(file: InputFile.read(termsFile), name: termsFile).keywords
    }
    var request = CountRequest(KeywordList(keywords: keywords))
    request.match = match
    request.grouping = by
    request.selection = selection.filter
    request.crossesCues = within.crossesCues
    let index = try index.open()
    let counts = try index.count(request)
    if wide {
      // An episode may be in several groups, as those of its speakers.
      request.grouping = .total
      try table.print(Self.wideTable(counts, total: try index.count(request)))
    } else {
      try table.print(Self.table(counts, by, zeros: zeros))
    }
    guard counts.rejected.isEmpty else { throw Self.refusal(counts) }
  }

  /// Says which terms were not counted.
  private static func refusal(_ counts: KeywordCounts) -> ExitCode {
    for number in counts.rejected.sorted() {
      Console.current.writeError(
        "not counted: “\(counts.keywords[number])” has no letter, digit or character of a word\n")
    }
    return ExitCode(2)
  }

  private static func table(_ counts: KeywordCounts, _ by: Grouping, zeros: Bool) -> Table {
    var rows: [[Table.Cell]] = []
    for (group, cells) in zip(counts.groups, counts.cells) {
      for (number, cell) in cells.enumerated() where by == .total || zeros || cell.count > 0 {
        let label: [Table.Cell] = by == .total ? [] : [.known(group)]
        let isCounted = !counts.rejected.contains(number)
        rows.append(
          label + [
            .text(counts.keywords[number]), isCounted ? .integer(cell.count) : .missing,
            isCounted ? .integer(cell.episodes) : .missing,
          ])
      }
    }
    let columns: [Table.Column] = [.text("term"), .number("count"), .number("episodes")]
    return Table(columns: (by == .total ? [] : [.text("group")]) + columns, rows: rows)
  }

  private static func wideTable(_ counts: KeywordCounts, total: KeywordCounts) -> Table {
    let columns: [Table.Column] = [.text("term"), .number("count"), .number("episodes")]
    let fixed = Set(columns.map(\.name))
    let rows = counts.keywords.enumerated().map { number, keyword -> [Table.Cell] in
      let all = total.cells[0][number]
      return [.text(keyword), .integer(all.count), .integer(all.episodes)]
        + counts.cells.map { .integer($0[number].count) }
    }
    // A show that is called like a column must not take its place in JSON.
    var taken = fixed.union(counts.groups)
    let groups = counts.groups.map { label -> Table.Column in
      var name = label
      while fixed.contains(name) || name != label && !taken.insert(name).inserted {
        name += " (group)"
      }
      return .number(name)
    }
    return Table(columns: columns + groups, rows: rows)
  }
}
