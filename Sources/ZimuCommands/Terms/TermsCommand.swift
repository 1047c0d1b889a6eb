import ArgumentParser
import Reporting
import Zimu

/// `zimu terms`: how often words occur.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Report how often words and phrases occur, and in how many episodes.",
    discussion: """
      Stop words, numbers and Han words of one character are left out unless you
      ask for them; the last line of the output says how many. Rates (per_million)
      are relative to all words of the group.

      Phrases are found in the selected episodes (see `zimu phrases`) and counted
      like words. A term is left out if at least six in ten of its occurrences are
      inside one longer phrase, as 宇宙 in 元宇宙; --nested shows it.

      EXAMPLES
        zimu terms --top 30
        zimu terms --units words --evidence 2
        zimu terms --by show --top 10 --format markdown
        zimu terms --where 'date:2024-07..' --sort tfidf
        zimu terms --class fillers --by speaker
        zimu terms --stopwords default --stopwords my-words.txt
      """,
    aliases: ["wordlist"])

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var terms: TermOptionGroup

  @Option(
    help: ArgumentHelp("Maximum number of rows per group, or all.", valueName: "n|all"))
  var top = NumberOrAll(50)

  @Option(help: "Column that rows are sorted by; tfidf adds its column.")
  var sort = TermOrder.count

  @Option(
    help: ArgumentHelp(
      "Group rows by one of these, or by tag:NAME; adds the column group.",
      discussion: PartNote.help))
  var by = Grouping.total

  @Flag(help: "With --by: print one row per term and one column per group.")
  var wide = false

  @Option(help: "With --wide: value shown for each group (default: count).")
  var value: WideValue?

  @Option(name: .customLong("class"), help: "Count all words, or only fillers.")
  var counted = TermsRequest.Class.words

  @Option(help: "Script of the terms shown (default: any).")
  var script: TermFilter.Script?

  @Option(
    help:
      "Spelling of terms: the most frequent one in the transcripts (original), or simplified characters."
  )
  var spelling = TermsRequest.Spelling.original

  func validate() throws {
    try top.requirePositive("--top")
    guard !wide || by != .total else { throw ValidationError("--wide needs --by.") }
    guard value == nil || wide else { throw ValidationError("--value needs --wide.") }
    guard counted == .words || sort != .tfidf else {
      throw ValidationError(
        "--sort tfidf has no effect with --class fillers: fillers have no tfidf.")
    }
    guard counted == .words else {
      return try refuse(
        terms.choices + (script == nil ? [] : ["--script"]), "has no effect with --class fillers")
    }
  }

  func run() throws {
    var request = TermsRequest()
    request.termClass = counted
    let index = try selection.open(index, by: by)
    request.options = try terms.options(in: index)
    request.options.filter.script = script ?? .any
    request.top = top.number
    request.order = sort
    request.grouping = by
    request.selection = selection.filter
    request.spelling = spelling
    if wide {
      let report = try index.wideTerms(request)
      TermColumns.warn(of: report.total.phrasesFailure)
      try table.print(WideTermsTable(report, request, value ?? .count).table, cut: report.total.cut)
    } else {
      let report = try index.terms(request)
      TermColumns.warn(of: report.phrasesFailure)
      try table.print(TermsTable(report, request).table, cut: report.cut)
    }
  }
}

extension TermsReport {
  fileprivate var cut: RowCut? {
    RowCut(
      shown: groups.reduce(0) { $0 + $1.rows.count }, all: groups.reduce(0) { $0 + $1.termCount })
  }
}
