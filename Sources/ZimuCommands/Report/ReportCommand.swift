import ArgumentParser
import InvertedIndex
import Reporting
import Zimu

/// `zimu report`: what a collection is about, in one file.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report: terms, keywords of each episode, trends, speakers.",
    discussion: """
      The extension of the file sets the format. .html is one self-contained page
      with charts, and with example cues for every row; .md is Markdown; .csv is
      one table for spreadsheets. An existing file is replaced.

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
    help: ArgumentHelp("File to write, which ends in .html, .md or .csv.", valueName: "file"))
  var output: String

  @Option(help: "Language of an .html or .md report: zh (Chinese) or en (English) (default: zh).")
  var language: ReportTexts.Language?

  @Option(help: ArgumentHelp("Title of an .html or .md report.", valueName: "text"))
  var title: String?

  @Option(help: "Length of a period in charts and trends.")
  var by = TrendStep.month

  @Option(
    help: ArgumentHelp(
      "Maximum number of terms, speakers and fillers, or all.", valueName: "n|all"))
  var top = NumberOrAll(30)

  @Option(
    help: ArgumentHelp(
      "Maximum number of episodes shown with their keywords, the latest ones first, or all.",
      valueName: "n|all"))
  var episodes = NumberOrAll(100)

  @Flag(help: "With .csv: begin with a byte order mark, which Excel needs to read UTF-8.")
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
      throw ValidationError("--output needs a file name that ends in .html, .md or .csv.")
    }
    try top.requirePositive("--top")
    guard format == .csv else {
      return try refuse(excel ? ["--excel"] : [], "needs an --output that ends in .csv")
    }
    try refuse(
      (language == nil ? [] : ["--language"]) + (title == nil ? [] : ["--title"]),
      "needs an --output that ends in .html or .md")
  }

  func run() throws {
    var request = ReportRequest()
    (request.selection, request.period) = (selection.filter, by.grouping)
    (request.top, request.episodes) = (top.number, episodes.number)
    let index = try selection.open(index)
    request.options = try terms.options(lines: request.options.evidence, in: index)
    let report = try index.report(request)
    try SystemFile.replace(output, with: Array(text(report, request).utf8))
    let overview = report.overview
    let noun = overview.episodes == 1 ? "episode" : "episodes"
    try Console.current.write(
      "\(output): \(FixedDecimal.grouped(overview.episodes)) \(noun), "
        + "\(FixedDecimal.grouped(overview.words)) words\n")
  }

  private func text(_ report: CorpusReport, _ request: ReportRequest) -> String {
    let pages = ReportPages(report, request, ReportTexts(language: language ?? .zh))
    switch format {
    case .csv:
      return ReportRows(report).table.rendered(
        as: .csv, style: TableStyle(hasByteOrderMark: excel))
    case .md, .markdown: return pages.document(title: title).markdown
    default: return pages.document(title: title).html
    }
  }
}
