import ArgumentParser
import Reporting
import Zimu

/// `zimu trend`: how often something was said over time.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show how often something was said over time.",
    discussion: """
      Terms are literal texts, counted as `zimu count` counts them. Periods
      without an episode stay in the series. Episodes without a date are left
      out, and so are those whose date is less precise than a period.

      --rising and --falling look at all words and phrases: the test of Mann
      and Kendall (two-sided, exact for series of fewer than ten periods) and
      Sen's slope, of the rates per million words, per period. A term rises
      with a slope of 0.01 or more. p_adjusted is corrected for all terms
      tested (Benjamini and Hochberg). --units, --stopwords, --evidence and
      the like are for these.

      EXAMPLES
        zimu trend 人工智能 元宇宙
        zimu trend AI --by quarter --format csv
        zimu trend --rising --top 10
        zimu trend --falling --by episode --where 'show:夜航科技'
      """)

  @Argument(help: ArgumentHelp("What to count.", valueName: "term"))
  var terms: [String] = []

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var options: TermOptionGroup

  @Option(help: "What a step is; episodes are in order of their dates.")
  var by = TrendStep.month

  @Flag(help: "The terms that rise most.")
  var rising = false

  @Flag(help: "The terms that fall most.")
  var falling = false

  @Option(help: ArgumentHelp("The most terms that rise or fall.", valueName: "n"))
  var top = 20

  @Option(help: ArgumentHelp("The fewest occurrences of these.", valueName: "n"))
  var minCount = 5

  func validate() throws {
    guard [!terms.isEmpty, rising, falling].count(where: { $0 }) == 1 else {
      throw ValidationError("Name terms, or ask for --rising or --falling.")
    }
    guard top > 0 else { throw ValidationError("--top takes a number from 1.") }
    guard minCount > 0 else { throw ValidationError("--min-count takes a number from 1.") }
  }

  func run() throws {
    var request = TrendRequest()
    (request.period, request.selection) = (by.grouping, selection.filter)
    (request.top, request.minimum) = (top, minCount)
    let index = try index.open()
    if terms.isEmpty {
      request.options = try options.options()
      let report = try index.trends(request, rising: rising)
      try table.print(TrendTables.trends(report, request, hasLines: hasLines))
    } else {
      let report = try index.trend(of: KeywordList(terms), request)
      try table.print(TrendTables.series(report, hasLines: hasLines))
    }
  }

  /// Sparklines are for people.
  private var hasLines: Bool {
    table.format == .table && Console.current.terminal.outputWidth != nil
  }
}
