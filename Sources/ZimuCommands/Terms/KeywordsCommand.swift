import ArgumentParser
import FilePaths
import InvertedIndex
import Reporting
import Zimu

/// `zimu keywords`: what marks one part against the others.
struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find words and phrases that are unusually frequent in one part of the index.",
    discussion: """
      Keywords are found by comparing the rate of each term in the selected part
      with its rate in a reference. Rows are sorted by log_likelihood, or by
      --method.

        log_likelihood  how certain the difference is (Rayson and Garside, two
                        cells)
        log_ratio       how large it is: 1 is twice as frequent, 2 four times
        p_adjusted      its p-value, corrected for all terms of the group
                        (Benjamini and Hochberg)

      The reference for --where is the rest of the index. The reference for each
      group of --by is all other groups. --reference names another one: a filter
      such as 'show:x', another index, or a file with one line `word,count` per
      word.

      EXAMPLES
        zimu keywords --by episode --top 10
        zimu keywords --where 'show:夜航科技' --reference 'date:2023'
        zimu keywords --reference ../older-index --format csv
        zimu keywords --by month --negative
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var terms: TermOptionGroup

  @OptionGroup var selection: SelectionOption

  /// The old name of `--where`.
  @Option(help: .hidden) var target: String?

  @Option(
    help: ArgumentHelp(
      "Reference: a filter, an index, or a file of word counts (default: the rest of the index).",
      valueName: "filter|index|file"))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "Find keywords of each group, by one of these or by tag:NAME; adds the column group (default: total).",
      discussion: PartNote.help))
  var by: Grouping?

  /// The old name of `--by`.
  @Option(help: .hidden) var each: Grouping?

  @Option(
    help: "Statistic that rows are sorted by; any but log_likelihood adds its column.")
  var method = KeynessMethod.logLikelihood

  @Flag(help: "Find terms that are unusually rare instead.")
  var negative = false

  @Option(
    help: ArgumentHelp("Maximum number of rows per group, or all.", valueName: "n|all"))
  var top = NumberOrAll(50)

  @Option(
    help: ArgumentHelp("Minimum number of occurrences of a keyword, from 1.", valueName: "n"))
  var minCount = 2

  func validate() throws {
    try top.requirePositive("--top")
    guard target == nil || selection.filter == nil else {
      throw ValidationError("--target is another name of --where; give one of them.")
    }
    guard each == nil || by == nil else {
      throw ValidationError("--each is another name of --by; give one of them.")
    }
    guard minCount > 0 else { throw ValidationError("--min-count takes a number from 1.") }
    guard !negative || method != .tfidf else {
      throw ValidationError(
        "--negative has no effect with --method tfidf: tfidf does not find rare terms.")
    }
  }

  func run() throws {
    var request = KeywordsRequest()
    request.selection = selection.filter ?? target
    if let reference { request.reference = try ReferenceOption(reference).reference() }
    request.grouping = by ?? each ?? .total
    let index = try selection.open(index, by: request.grouping)
    request.options = try terms.options(in: index)
    request.method = method
    request.isNegative = negative
    request.minimumCount = minCount
    request.top = top.number
    try SelectionOption.warn(of: target, "--target", in: index)
    try warn(of: request.reference, in: index)
    let report = try index.keywords(request)
    TermColumns.warn(of: report.phrasesFailure)
    try warn(of: report)
    let rows = report.groups.reduce(0) { $0 + $1.rows.count }
    try table.print(
      KeywordsTable(report, request).table,
      cut: RowCut(shown: rows, hasMore: report.groups.contains(where: \.hasMore)))
  }

  /// Says on standard error when there is nothing to compare with in a reference.
  private func warn(of reference: KeywordsRequest.Reference, in index: TranscriptIndex) throws {
    switch reference {
    case .rest: break
    case .selection(let filter):
      try SelectionOption.warn(of: filter, "--reference", in: index)
    case .index(let other):
      if try other.episodes.isEmpty {
        Console.current.writeError("warning: --reference: the index has no episodes\n")
      } else if try index.sharesNoWord(with: other) {
        Console.current.writeError("warning: --reference: the indexes have no word in common\n")
      }
    case .counts(let counts):
      guard try index.hasNone(of: counts) else { return }
      Console.current.writeError(
        "warning: --reference: the index has no word in common with \(self.reference ?? "")\n")
    }
  }

  /// Says on standard error when machines would take counts for keywords.
  private func warn(of report: KeywordsReport) throws {
    let count = report.groups.count(where: \.isByCount)
    guard count > 0, method != .tfidf else { return }
    Console.current.writeError(
      "warning: there is nothing to compare with, so rows are sorted by count; --by compares groups "
        + "with each other, --where compares a part with the rest\n")
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
        throw CommandFailure("\(text): there is no such file or index, and it is not a filter")
      }
      return .selection(text)
    }
    guard FileStatus(FilePath(argument: text)) != .folder else {
      throw CommandFailure("\(text) is a folder without an index")
    }
    return .counts(try WordCounts.counts(file: try InputFile.read(text), name: text))
  }
}
