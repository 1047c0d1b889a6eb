import ArgumentParser
import Reporting
import Zimu

/// `zimu terms`: how often words occur.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Report how often words occur, and in how many episodes.",
    discussion: """
      Stop words, numbers and Han words of one character are left out unless asked for; the foot
      of the table says how many. A rate (per_million) is taken of all words of the group.

      EXAMPLES
        zimu terms --top 30
        zimu terms --by show --top 10 --format markdown
        zimu terms --where 'date:2024-07..' --sort tfidf
        zimu terms --class fillers --by speaker
        zimu terms --stopwords default --stopwords my-words.txt
      """,
    aliases: ["wordlist"])

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption

  @Option(help: ArgumentHelp("The most rows, of each group.", valueName: "n"))
  var top = 50

  @Option(help: "What rows are sorted by; tfidf adds a column of that name.")
  var sort = TermTable.Order.count

  @Option(help: "A table for each of these, with a column group in front.")
  var by = Grouping.total

  @Flag(help: "With --by: a column for each group instead, with its counts.")
  var wide = false

  @Option(
    help: ArgumentHelp(
      "Stop words: default, none, or a file with a word a line; repeatable.", valueName: "list"))
  var stopwords: [String] = []

  @Option(name: .customLong("class"), help: "What is counted.")
  var counted = TermsRequest.Class.words

  @Flag(help: "Show numbers, and numerals with measure words.")
  var numbers = false

  @Option(help: ArgumentHelp("The fewest characters of a Han word.", valueName: "n"))
  var minLength = 2

  @Option(help: "The script of the words.")
  var script = TermFilter.Script.any

  @Option(help: "How terms are spelled: as most often in the transcripts, or simplified.")
  var spelling = TermsRequest.Spelling.original

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top takes a number from 1.") }
    guard minLength > 0 else { throw ValidationError("--min-length takes a number from 1.") }
    guard !wide || by != .total else { throw ValidationError("--wide needs --by.") }
    guard counted == .words || sort != .tfidf else {
      throw ValidationError("Fillers have no tfidf.")
    }
  }

  func run() throws {
    var request = TermsRequest()
    request.counted = counted
    request.filter.stopWords = try StopWordsOption(stopwords).stopWords()
    request.filter.showsNumbers = numbers
    request.filter.minimumLength = minLength
    request.filter.script = script
    request.top = top
    request.order = sort
    request.grouping = by
    request.selection = selection.filter
    request.spelling = spelling
    let index = try index.open()
    if wide {
      try table.print(WideTermsTable(index, request).table())
    } else {
      try table.print(TermsTable(try index.terms(request), request).table)
    }
  }
}
