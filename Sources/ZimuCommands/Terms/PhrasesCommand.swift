import ArgumentParser
import Reporting
import Zimu

/// `zimu phrases`: words that are said together.
struct PhrasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrases",
    abstract: "Find phrases: names and terms of several words.",
    discussion: """
      A phrase is two to five consecutive words of one turn, with no stop word,
      number or measure word at either end. It must pass these tests:

        count           at least --min-count occurrences outside longer phrases,
                        and at least one occurrence per million words
        log_likelihood  its words occur together more often than by chance
                        (Dunning, four cells; p < 0.001)
        npmi            normalised pointwise mutual information of its words, at
                        least --min-npmi
        freedom         how varied the neighbouring words are: the boundary
                        entropy in bits before or after the phrase, whichever is
                        lower, at least --min-freedom

      A phrase of three or more words is divided at each place; log_likelihood and
      npmi are the lowest values. c_value (Frantzi) is the count less the mean
      count of the longer phrases around it, times log2 of the number of words.

      Names written with a joiner (- / & · . + # ') and without white space are
      phrases, too: Wi-Fi, AT&T, A/B测试. If such a name ends in letters or
      digits, --min-npmi and --min-freedom do not apply.

      The phrases of the whole index are stored beside it until it changes.

      EXAMPLES
        zimu phrases --top 30
        zimu phrases --where 'show:夜航科技' --sort c_value --evidence 3
        zimu phrases --min-count 10 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption

  @Option(help: ArgumentHelp("Maximum number of rows, or all.", valueName: "n|all"))
  var top = NumberOrAll(50)

  @Option(help: "Column that rows are sorted by.")
  var sort = PhrasesRequest.Order.count

  @Option(help: ArgumentHelp("Minimum number of occurrences, from 2.", valueName: "n"))
  var minCount = 3

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Minimum npmi, from -1 to 1.", valueName: "x"))
  var minNpmi = 0.4

  @Option(help: ArgumentHelp("Minimum freedom in bits, from 0.", valueName: "x"))
  var minFreedom = 0.9

  @Flag(help: "Also show phrases that occur mostly inside a longer phrase.")
  var nested = false

  @Option(
    help: ArgumentHelp(
      "Number of example cues per row, with episode and time, 0 to 1000.", valueName: "n"))
  var evidence = 1

  @OptionGroup var repetition: RepetitionOptions

  func validate() throws {
    try top.requirePositive("--top")
    guard minCount > 1 else { throw ValidationError("--min-count takes a number from 2.") }
    guard (-1...1).contains(minNpmi) else {
      throw ValidationError("--min-npmi takes a number from -1 to 1.")
    }
    guard minFreedom >= 0 else { throw ValidationError("--min-freedom takes a number from 0.") }
    guard (0...1000).contains(evidence) else {
      throw ValidationError("--evidence takes a number from 0 to 1000.")
    }
  }

  func run() throws {
    var request = PhrasesRequest()
    request.selection = selection.filter
    (request.criteria.minimum, request.criteria.npmi) = (minCount, minNpmi)
    request.criteria.freedom = minFreedom
    (request.order, request.top) = (sort, top.number)
    (request.options.showsNested, request.options.evidence) = (nested, evidence)
    request.options.excludedRepetitions = repetition.leftOut
    let index = try selection.open(index)
    try repetition.warn(in: index)
    let report = try index.phrases(request)
    try table.print(
      PhrasesTable(report, request).table,
      cut: RowCut(shown: report.rows.count, all: report.phraseCount))
  }
}
