import ArgumentParser
import Reporting
import Zimu

/// `zimu trend`: how often something was said over time.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show how often a term was used over time.",
    discussion: """
      Terms are literal text, counted as `zimu count` counts them. Periods without
      episodes stay in the series. Episodes are left out if they have no date, or
      only one less precise than a period.

      --rising and --falling test all words and phrases for a trend in their rate
      per million words:

        s, p_value  Mann–Kendall test (two-sided; exact for fewer than ten periods)
        slope       Sen's slope per period; only terms with 0.01 or more, up or
                    down, are shown
        p_adjusted  p_value corrected for all terms tested (Benjamini–Hochberg)

      These options need --rising or --falling: --top, --min-count, --units,
      --nested, --evidence, --stopwords, --numbers and --min-length.

      EXAMPLES
        zimu trend 人工智能 元宇宙
        zimu trend AI --by quarter --format csv
        zimu trend --rising --top 10
        zimu trend --falling --by episode --where 'show:夜航科技'
      """)

  @Argument(help: ArgumentHelp("Terms to count.", valueName: "term"))
  var terms: [String] = []

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var options: TermOptionGroup

  @Option(help: "Length of a period; with episode, each episode is a period, in order of date.")
  var by = TrendStep.month

  @Flag(
    name: .customLong("case"),
    help: "Count only occurrences in exactly the spelling of the term.")
  var isExact = false

  @Flag(help: "Find the terms that rise most instead.")
  var rising = false

  @Flag(help: "Find the terms that fall most instead.")
  var falling = false

  @Option(
    help: ArgumentHelp(
      "With --rising or --falling: maximum number of terms, or all (default: 20).",
      valueName: "n|all"))
  var top: NumberOrAll?

  @Option(
    help: ArgumentHelp(
      "With --rising or --falling: minimum number of occurrences, from 1 (default: 5).",
      valueName: "n"))
  var minCount: Int?

  func validate() throws {
    guard [!terms.isEmpty, rising, falling].count(where: { $0 }) == 1 else {
      throw ValidationError("Give either terms, --rising or --falling.")
    }
    try top?.requirePositive("--top")
    guard minCount ?? 1 > 0 else { throw ValidationError("--min-count takes a number from 1.") }
    guard !terms.isEmpty else {
      return try refuse(isExact ? ["--case"] : [], "needs a term")
    }
    try refuse(
      (top == nil ? [] : ["--top"]) + (minCount == nil ? [] : ["--min-count"]) + options.choices,
      "needs --rising or --falling, not a term")
    try refuse(
      options.evidence == nil ? [] : ["--evidence"],
      "needs --rising or --falling; “zimu concordance” lists the lines of a term")
  }

  func run() throws {
    var request = TrendRequest()
    (request.period, request.selection) = (by.grouping, selection.filter)
    (request.top, request.minimumCount) = (top?.number ?? 20, minCount ?? 5)
    let index = try selection.open(index)
    if terms.isEmpty {
      request.options = try options.options(in: index)
      let report = try index.trends(request, rising: rising)
      try table.print(
        TrendTables.trends(report, request, hasLines: hasLines),
        cut: RowCut(shown: report.series.count, hasMore: report.hasMore))
    } else {
      (request.isExact, request.options.excludedRepetitions) = (isExact, options.repetition.leftOut)
      let keywords = KeywordList(terms)
      let report = try index.trend(of: keywords, request)
      try table.print(TrendTables.series(report, hasLines: hasLines))
      ZeroHitNotes.write(try index.zeroHitReasons(for: keywords, in: report, isExact: isExact))
    }
  }

  /// Sparklines are for people.
  private var hasLines: Bool {
    table.format == .table && Console.current.terminal.outputWidth != nil
  }
}
