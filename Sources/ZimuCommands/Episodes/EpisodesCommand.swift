import ArgumentParser
import Reporting
import Zimu

/// `zimu episodes`: what is in an index.
struct EpisodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "episodes",
    abstract: "List the episodes in an index, or show where the metadata of one comes from.",
    discussion: """
      With an EPISODE, named as for `zimu show`, prints what each source says
      about each field of its metadata. The column used marks the values that
      count. Sources in order of precedence: the command line, --metadata,
      metadata.csv, a feed, NAME.info.json, a table of many episodes, the content,
      the file name, the folder.

      Without an EPISODE, lists the selected episodes, with these columns among
      others:

        script          share of words with Han characters, 0 to 1; numbers aside
        merged_cues     number of cues merged because rolling or word-highlighted
                        captions write each line several times
        loop_cues       number of cues in repetition loops: the same line or nearly
                        the same one again and again, or the same word within a cue
        stock_cues      number of cues that the speech recogniser hallucinated, see
                        zimu stopwords --class stock
        recurring_cues  number of cues that recur in many episodes of the show,
                        such as greetings
        id              made from the path alone, so adding, merging or rebuilding
                        does not change it; --where id:…, queries and zimu
                        remove accept it
        path            file that the episode was read from
        tag:NAME        a column for each tag of the selected episodes

      EXAMPLES
        zimu episodes
        zimu episodes --where 'date:2024-11' --format csv
        zimu episodes --where 'tag:party=DPP'
        zimu episodes id:0f3a5b2c9d8e7f61
      """)

  @Argument(help: ArgumentHelp("Episode whose metadata to show.", valueName: "episode"))
  var episode: String?

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption

  func validate() throws {
    guard episode == nil || selection.filter == nil else {
      throw ValidationError("Give an episode or --where, not both.")
    }
  }

  func run() throws {
    if let episode { return try table.print(Self.metadata(of: episode, in: try index.open())) }
    let index = try selection.open(index)
    let selected = try index.episodes(where: selection.filter)
    let tags = Set(selected.flatMap(\.tagNames)).sorted()
    let columns: [Table.Column] =
      [
        .text("episode"), .text("show"), .text("title"), .text("date"), .number("number"),
        .number("speakers"), .number("cues"), .number("words"), .time("duration"),
        .number("script"),
        .number("merged_cues"), .number("loop_cues"), .number("stock_cues"),
        .number("recurring_cues"), .whole("id"),
        .text("path"),
      ] + tags.map { .text("tag:\($0)") }
    let recurring = try Self.recurringCues(in: index)
    let rows = selected.map { Self.cells($0, recurring: recurring?[$0.position], tags) }
    let words = selected.reduce(0) { $0 + $1.wordCount }
    let noun = rows.count == 1 ? "episode" : "episodes"
    let foot = "\(FixedDecimal.grouped(rows.count)) \(noun), \(FixedDecimal.grouped(words)) words."
    try table.print(Table(columns: columns, rows: rows, foot: [foot]))
  }

  /// How many cues of each episode recur; `nil` where this is not known, which is said.
  private static func recurringCues(in index: TranscriptIndex) throws -> [Int]? {
    guard let failure = try index.recurringCuesFailure else { return try index.recurringCueCounts }
    RepetitionOptions.warn(of: failure, "counted")
    return nil
  }

  /// What each source says of an episode, and which of it counts.
  private static func metadata(of name: String, in index: TranscriptIndex) throws -> Table {
    let episode = try index.episode(named: name)
    let rows = episode.statements.map { statement -> [Table.Cell] in
      [
        .text(statement.field), .text(statement.value), .text(Self.name(of: statement.source)),
        .flag(statement.isUsed),
      ]
    }
    let columns: [Table.Column] = [
      .text("field"), .text("value"), .text("source"), .text("used"),
    ]
    return Table(columns: columns, rows: rows, foot: [episode.path.description])
  }

  /// The source as its option or file is called.
  private static func name(of source: EpisodeMetadata.Source) -> String {
    switch source {
    case .metadataTable: "--metadata"
    case .feed: "--feed"
    default: source.rawValue
    }
  }

  private static func cells(
    _ episode: Episode, recurring: Int?, _ tags: [String]
  ) -> [Table.Cell] {
    [
      .text(episode.name), .known(episode.show), .known(episode.title), .known(episode.date),
      episode.number.map { .integer($0) } ?? .missing,
      .integer(episode.speakers.count), .integer(episode.cueCount), .integer(episode.wordCount),
      .milliseconds(episode.duration), .decimal(episode.hanShare, places: 2),
      .integer(episode.mergedCueCount), .integer(episode.loopCueCount),
      .integer(episode.stockCueCount),
      recurring.map { .integer($0) } ?? .missing,
      .text(episode.id), .text(episode.path.description),
    ] + tags.map { .known(episode.tag($0).joined(separator: ", ")) }
  }
}
