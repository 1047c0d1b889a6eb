import ArgumentParser
import Reporting
import Zimu

/// `zimu report`: what a collection is about, in one file.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report: terms, keywords of each episode, trends, speakers.",
    discussion: """
      The name of the file says what is written: .html is one page that needs
      nothing else, with charts and the lines behind every row; .md is
      Markdown; .csv is one table for spreadsheets. An existing file is
      replaced.

      EXAMPLES
        zimu report --output report.html
        zimu report --output 2024.md --where 'date:2024' --language en
        zimu report --output report.csv --excel
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var selection: SelectionOption
  @OptionGroup var terms: TermOptionGroup

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file: .html, .md or .csv.", valueName: "file"))
  var output: String

  @Option(help: "The language of the report: Chinese or English.")
  var language = ReportTexts.Language.zh

  @Option(help: ArgumentHelp("The title of the report.", valueName: "text"))
  var title: String?

  @Option(help: "What a step of a series is.")
  var by = TrendStep.month

  @Option(help: ArgumentHelp("The most terms, speakers and fillers.", valueName: "n"))
  var top = 30

  @Option(
    help: ArgumentHelp("The most episodes with keywords, the latest ones.", valueName: "n"))
  var episodes = 100

  @Flag(help: "Start CSV with a byte order mark, which Excel needs to read it as UTF-8.")
  var excel = false

  private enum Format: String {
    case html, htm, md, markdown, csv
  }

  private var format: Format? {
    output.lastIndex(of: ".").flatMap {
      Format(rawValue: output[output.index(after: $0)...].lowercased())
    }
  }

  func validate() throws {
    guard format != nil else {
      throw ValidationError("--output takes a file that ends in .html, .md or .csv.")
    }
    guard top > 0 else { throw ValidationError("--top takes a number from 1.") }
    guard episodes >= 0 else { throw ValidationError("--episodes takes a number from 0.") }
  }

  func run() throws {
    var request = ReportRequest()
    (request.selection, request.period) = (selection.filter, by.grouping)
    (request.top, request.episodes) = (top, episodes)
    request.options = try terms.options(lines: request.options.evidence)
    let report = try index.open().report(request)
    try SystemFile.replace(output, with: Array(text(report, request).utf8))
    let overview = report.overview
    let noun = overview.episodes == 1 ? "episode" : "episodes"
    try Console.current.write(
      "\(output): \(FixedDecimal.grouped(overview.episodes)) \(noun), "
        + "\(FixedDecimal.grouped(overview.words)) words\n")
  }

  private func text(_ report: CorpusReport, _ request: ReportRequest) -> String {
    let pages = ReportPages(report, request, ReportTexts(language: language))
    switch format {
    case .csv:
      return ReportRows(report).table.rendered(
        as: .csv, style: TableStyle(hasByteOrderMark: excel))
    case .md, .markdown: return pages.document(title: title).markdown
    default: return pages.document(title: title).html
    }
  }
}
