import ArgumentParser
import Reporting
import Zimu

/// `zimu search`: who said it, and when.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the cues in which words were said, the best episodes first.",
    discussion: """
      A query is words and "phrases" of words, all of which an episode must have; AND between them
      may be left out. It is cut into words as the transcripts were, and spelling does not matter:
      诺贝尔奖 also finds 諾貝爾獎, openai also ＯｐｅｎＡＩ; punctuation must stand as it is
      written (GPT-4o). Episodes are ranked by BM25; in each,
      cues with more of the query's words come first, then earlier ones.

      EXAMPLES
        zimu search 诺贝尔奖
        zimu search '数据中心 AND OpenAI' --limit 5
        zimu search '"Elon Musk"' --format json
        zimu search 预算 --where 'speaker:主席'
      """)

  @Argument(help: ArgumentHelp("Words and \"phrases\".", valueName: "query"))
  var query: [String]

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption

  @Option(help: ArgumentHelp("The most hits.", valueName: "n"))
  var limit = 20

  @Option(help: ArgumentHelp("The most hits of one episode.", valueName: "n"))
  var perEpisode = 3

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1.") }
    guard perEpisode > 0 else { throw ValidationError("--per-episode takes a number from 1.") }
  }

  func run() throws {
    let results = try index.open().search(
      query.joined(separator: " "), selection: selection.filter, limit: limit,
      perEpisode: perEpisode)
    try table.print(Self.table(results))
  }

  private static func table(_ results: SearchResults) -> Table {
    let columns: [Table.Column] = [
      .number("rank"), .number("score"), .text("episode"), .text("show"), .text("date"),
      .number("start_ms"), .number("end_ms"), .text("speaker"), .text("text"),
      .structured("matches"),
    ]
    let rows = results.hits.map { hit -> [Table.Cell] in
      [
        .integer(hit.rank), .decimal(hit.score, places: 4), .text(hit.episode), .text(hit.show),
        .text(hit.date), .integer(hit.start), .integer(hit.end), .text(hit.speaker),
        .marked(hit.text, hit.matches), .ranges(hit.matches),
      ]
    }
    return Table(columns: columns, rows: rows, foot: [foot(results)])
  }

  private static func foot(_ results: SearchResults) -> String {
    guard results.cueCount > 0 else { return "Nothing found." }
    let counts = [results.hits.count, results.cueCount, results.episodeCount]
      .map { FixedDecimal.grouped($0) }
    let episodes = results.episodeCount == 1 ? "episode" : "episodes"
    return "\(counts[0]) of \(counts[1]) hits, in \(counts[2]) \(episodes)."
  }
}
