import ArgumentParser
import Reporting
import Zimu

/// `zimu search`: who said it, and when.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the cues in which something was said, the best episodes first.",
    discussion: """
      Every occurrence of the query text is found, wherever word boundaries
      fall and however it is spelled: 诺贝尔奖 also finds 諾貝爾獎, openai also
      ＯｐｅｎＡＩ. Letters and digits match whole words only: AI does not find
      OpenAI. White space beside Han does not matter; punctuation must match
      as it is written.

      THE QUERY
        text   "text with spaces"    wherever it stands
        a b    a AND b    a OR b     both; both; one of them
        -a     NOT a                 episodes without it
        (a OR b) c                   NOT binds tightest, then AND, then OR
        exact:後   exact:"Open AI"   text in exactly this spelling: 後
                                     without 后, Open AI without open ai
        word:科学                    a whole word, as segmented in the index
        word:"人类 理解"             whole words in a row
        open*                        words that begin with these letters
        NEAR/5(a b)                  at most 5 words between them, any order
        show:x title:x episode:x     episodes of a show, or with this in
                                     their title or path
        id:x                         the episode with this id, see zimu
                                     episodes
        speaker:x                    what one speaker says
        date:2024-01..2024-06        a day, month or year, or a range

      Put -- before a query that begins with -, as in zimu search -- '-a b'.

      The query as a whole must match an episode. Hits are the cues of these
      episodes in which a match begins. Episodes are ranked by BM25, where an
      occurrence inside a longer word counts half. Within an episode, cues with
      more of the query come first, then earlier ones.

      EXAMPLES
        zimu search 诺贝尔奖
        zimu search '数据中心 AND (OpenAI OR Anthropic)' --limit 5 -C 1
        zimu search '"Elon Musk" -推特' --sort date --format json
        zimu search 预算 --where 'speaker:主席' --by month
      """)

  @Argument(help: ArgumentHelp("Query, see above.", valueName: "query"))
  var query: [String]

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption
  @OptionGroup var within: WithinOption

  @OptionGroup var repetition: RepetitionOptions

  @Option(help: "Order of episodes (default: relevance).")
  var sort: SearchRequest.Order?

  @Option(
    help: ArgumentHelp("Maximum number of hits, or all (default: 20).", valueName: "n|all"))
  var limit: NumberOrAll?

  @Option(help: ArgumentHelp("Number of hits to skip (default: 0).", valueName: "n"))
  var offset: Int?

  @Option(
    help: ArgumentHelp(
      "Maximum number of hits per episode, or all (default: 3).", valueName: "n|all"))
  var perEpisode: NumberOrAll?

  @Option(
    name: [.customShort("C"), .customLong("context")],
    help: ArgumentHelp(
      "Number of cues shown before and after each hit (default: 0).", valueName: "n"))
  var neighbours: Int?

  @Flag(name: .shortAndLong, help: "Print only the numbers of occurrences, cues and episodes.")
  var count = false

  @Option(
    help: ArgumentHelp(
      "Print only the numbers of occurrences, cues and episodes, grouped by one of these or by tag:NAME.",
      discussion: PartNote.help))
  var by: Grouping?

  /// The old name of `--by`.
  @Option(help: .hidden) var groupBy: Grouping?

  @Flag(help: "Print how much each part of the query adds to the score of each episode.")
  var explain = false

  private var grouping: Grouping? { by ?? groupBy ?? (count ? .total : nil) }

  func validate() throws {
    try limit?.requirePositive("--limit")
    guard offset ?? 0 >= 0 else { throw ValidationError("--offset takes a number from 0.") }
    try perEpisode?.requirePositive("--per-episode")
    guard neighbours ?? 0 >= 0 else { throw ValidationError("--context takes a number from 0.") }
    guard by == nil || groupBy == nil else {
      throw ValidationError("--group-by is another name of --by; give one of them.")
    }
    guard !count || by == nil && groupBy == nil else {
      throw ValidationError("--count has no effect with --by, which prints counts only.")
    }
    let ofHits =
      (perEpisode == nil ? [] : ["--per-episode"]) + (neighbours == nil ? [] : ["--context"])
    if explain {
      guard grouping == nil else {
        throw ValidationError("--explain has no effect with --count or --by.")
      }
      try refuse(ofHits, "has no effect with --explain")
    } else if grouping != nil {
      try refuse(
        ofHits + (limit == nil ? [] : ["--limit"]) + (offset == nil ? [] : ["--offset"])
          + (sort == nil ? [] : ["--sort"]), "has no effect with --count or --by")
    }
  }

  func run() throws {
    var request = SearchRequest(query.joined(separator: " "), selection: selection.filter)
    request.order = sort ?? request.order
    request.limit = limit?.number ?? request.limit
    request.offset = offset ?? request.offset
    request.perEpisode = perEpisode?.number ?? request.perEpisode
    request.neighbours = neighbours ?? request.neighbours
    request.crossesCues = within.crossesCues
    request.excludedRepetitions = repetition.leftOut
    try print(request, in: try selection.open(index, by: by ?? .total))
  }

  private func print(_ request: SearchRequest, in index: TranscriptIndex) throws {
    if !explain { try repetition.warn(in: index) }
    if explain {
      let (episodes, all) = try index.explain(request)
      try table.print(
        SearchTables.explanation(episodes),
        cut: RowCut(
          shown: episodes.count, all: all, noun: "episodes", remedy: Self.remedy(request)))
      if all == 0 { ZeroHitNotes.write(try index.zeroHitReasons(for: request)) }
    } else if let grouping {
      let counts = try index.counts(of: request, by: grouping)
      try table.print(SearchTables.counts(counts, grouping))
      let isEmpty = counts.rows.allSatisfy { $0.episodes == 0 }
      if isEmpty { ZeroHitNotes.write(try index.zeroHitReasons(for: request)) }
    } else {
      let results = try index.search(request)
      try table.print(
        SearchTables.hits(results, hasNeighbours: request.neighbours > 0),
        cut: RowCut(
          shown: results.shownOccurrences, all: results.occurrences, noun: "occurrences",
          remedy: Self.remedy(request)))
      if results.episodeCount == 0 { ZeroHitNotes.write(try index.zeroHitReasons(for: request)) }
    }
  }

  /// The options that show all of what a request finds.
  private static func remedy(_ request: SearchRequest) -> String {
    request.offset > 0
      ? "--offset 0 --limit all --per-episode all" : "--limit all --per-episode all"
  }
}
