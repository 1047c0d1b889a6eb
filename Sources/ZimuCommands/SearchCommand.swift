import ArgumentParser
import Reporting
import Zimu

/// `zimu search`: who said it, and when.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the cues in which something was said, the best episodes first.",
    discussion: """
      Text is found wherever it stands, however it was cut into words and
      spelled: 诺贝尔奖 also finds 諾貝爾獎, openai also ＯｐｅｎＡＩ. Letters and
      digits are found as whole words: AI is not in OpenAI. White space beside
      Han does not matter; punctuation must stand as it is written.

      THE QUERY
        text   "text with spaces"    wherever it stands
        a b    a AND b    a OR b     both; both; one of them
        -a     NOT a                 episodes without it
        (a OR b) c                   NOT binds tightest, then AND, then OR
        word:科学                    a whole word, as the transcripts were cut
        word:"人类 理解"             whole words in a row
        open*                        words of letters by their beginning
        NEAR/5(a b)                  at most 5 words between, in any order
        show:x title:x episode:x     episodes of a show, or with this in
                                     their title or path
        speaker:x                    what one speaker says
        date:2024-01..2024-06        a day, month or year, or a range

      A query that begins with - stands behind --, as in zimu search -- '-a b'.
      An episode has to fit; what is shown are cues in which something of the
      query begins. Episodes are ranked by BM25, where an occurrence inside of
      a longer word counts half; in each, cues with more of the query come
      first, then earlier ones.

      EXAMPLES
        zimu search 诺贝尔奖
        zimu search '数据中心 AND (OpenAI OR Anthropic)' --limit 5 -C 1
        zimu search '"Elon Musk" -推特' --sort date --format json
        zimu search 预算 --where 'speaker:主席' --group-by month
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String]

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var within: WithinOption

  @Option(help: "The order of episodes.")
  var sort = SearchRequest.Order.relevance

  @Option(help: ArgumentHelp("The most hits.", valueName: "n"))
  var limit = 20

  @Option(help: ArgumentHelp("Pass over so many hits.", valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp("The most hits of one episode.", valueName: "n"))
  var perEpisode = 3

  @Option(
    name: [.customShort("C"), .customLong("context")],
    help: ArgumentHelp("Show so many cues before and after each hit.", valueName: "n"))
  var neighbours = 0

  @Flag(name: .shortAndLong, help: "Print only how much there is: occurrences, cues, episodes.")
  var count = false

  @Option(help: "Print how much there is for each of these.")
  var groupBy: Grouping?

  @Flag(help: "Print what each part of the query adds to the scores of the episodes.")
  var explain = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1.") }
    guard offset >= 0 else { throw ValidationError("--offset takes a number from 0.") }
    guard perEpisode > 0 else { throw ValidationError("--per-episode takes a number from 1.") }
    guard neighbours >= 0 else { throw ValidationError("--context takes a number from 0.") }
    guard !explain || !(count || groupBy != nil) else {
      throw ValidationError("--explain goes without --count and --group-by.")
    }
  }

  func run() throws {
    var request = SearchRequest(query.joined(separator: " "), selection: selection.filter)
    request.order = sort
    request.limit = limit
    request.offset = offset
    request.perEpisode = perEpisode
    request.neighbours = neighbours
    request.crossesCues = within.crossesCues
    let index = try index.open()
    if explain {
      try table.print(SearchTables.explanation(try index.explain(request)))
    } else if count || groupBy != nil {
      let grouping = groupBy ?? .total
      try table.print(SearchTables.counts(try index.counts(of: request, by: grouping), grouping))
    } else {
      try table.print(
        SearchTables.hits(try index.search(request), hasNeighbours: neighbours > 0))
    }
  }
}

/// How far a match may reach.
struct WithinOption: ParsableArguments {
  enum Scope: String, CaseIterable, ExpressibleByArgument {
    case cue, turn
  }

  @Option(help: "Whether a text may go on in the next cue of a turn.")
  var within = Scope.turn

  var crossesCues: Bool { within == .turn }
}
