import ArgumentParser
import FilePaths
import Reporting
import Zimu

/// `zimu keywords`: what marks one part against the others.
struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find the words and phrases that mark a part of the index against the rest.",
    discussion: """
      Terms are compared by their rates: log_likelihood says how sure the
      difference is (two cells, Rayson and Garside), log_ratio how large (1 is
      twice as often, 2 four times), p_adjusted how likely it is to be chance
      (Benjamini and Hochberg, over all terms of the group). Rows are sorted by
      log_likelihood, or by --method.

      A target is compared with the rest of the index, each group with the
      others of the target; or with what --reference names: a filter such as
      'show:x', another index, or a file with a word,count line for each word.

      EXAMPLES
        zimu keywords --each episode --top 10
        zimu keywords --target 'show:夜航科技' --reference 'date:2023'
        zimu keywords --reference ../older-index --format csv
        zimu keywords --each month --negative
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var terms: TermOptionGroup

  @Option(
    help: ArgumentHelp("What keywords are found of; everything by default.", valueName: "filter"))
  var target: String?

  @Option(help: ArgumentHelp("What it is compared with.", valueName: "filter|index|file"))
  var reference: String?

  @Option(help: "Keywords for each of these, with a column group in front.")
  var each = Grouping.total

  @Option(help: "What rows are sorted by; others than log-likelihood add a column.")
  var method = KeywordTable.Method.logLikelihood

  @Flag(help: "Terms that are rarer than in the reference.")
  var negative = false

  @Option(help: ArgumentHelp("The most rows, of each group.", valueName: "n"))
  var top = 50

  @Option(help: ArgumentHelp("The fewest occurrences of a keyword.", valueName: "n"))
  var minCount = 2

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top takes a number from 1.") }
    guard minCount > 0 else { throw ValidationError("--min-count takes a number from 1.") }
    guard !negative || method != .tfidf else {
      throw ValidationError("What is missing has no tfidf.")
    }
  }

  func run() throws {
    var request = KeywordsRequest()
    request.target = target
    if let reference { request.reference = try ReferenceOption(reference).reference() }
    request.grouping = each
    request.options = try terms.options()
    request.method = method
    request.isNegative = negative
    request.minimum = minCount
    request.top = top
    let report = try index.open().keywords(request)
    TermColumns.warn(of: report.phrasesFailure)
    try table.print(KeywordsTable(report, request).table)
  }
}

/// What `--reference` names: another index, a file of counts, or a filter.
struct ReferenceOption {
  private let text: String

  init(_ text: String) { self.text = text }

  func reference() throws -> KeywordsRequest.Reference {
    if IndexDirectory(text).exists { return .index(try TranscriptIndex(at: text)) }
    guard FileStatus(FilePath(argument: text)) != .missing else {
      // A filter has a field.
      guard text.contains(":") || text.contains("：") else {
        throw CommandFailure("\(text): there is no such file or index, and it is no filter")
      }
      return .selection(text)
    }
    guard FileStatus(FilePath(argument: text)) != .folder else {
      throw CommandFailure("\(text) is no index")
    }
    return .counts(try WordCounts.parse(try InputFile.read(text), name: text))
  }
}
