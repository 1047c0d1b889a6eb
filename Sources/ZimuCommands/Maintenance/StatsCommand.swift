import ArgumentParser
import Reporting
import Zimu

/// `zimu stats`: how much there is of everything in an index.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what an index contains, the size of each part, and how it was made.",
    discussion: """
      Rows that start with bytes_ are sizes on disk, one per section. Rows that
      start with setting_ show how the words were made.

      With --where or --by, only counts that belong to episodes are shown:
      episodes, cues, words, terms (distinct words), spellings and postings (pairs
      of a term and an episode). The files of an index hold all episodes together,
      so their sizes cannot be divided.

      EXAMPLES
        zimu stats
        zimu stats --where 'date:2024' --by show
        zimu stats --index talks.index --format json
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions
  @OptionGroup var selection: SelectionOption

  @Option(
    help: ArgumentHelp(
      "Group rows by one of these, or by tag:NAME; adds the column group.",
      discussion: PartNote.help))
  var by = Grouping.total

  func run() throws {
    let index = try selection.open(index, by: by)
    try table.print(
      selection.filter == nil && by == .total
        ? Self.whole(try index.statistics(), index)
        : Self.groups(try index.statistics(where: selection.filter, by: by), by))
  }

  private static let columns: [Table.Column] = [.text("name"), .text("value")]

  /// All that is known of an index.
  private static func whole(
    _ statistics: IndexStatistics, _ index: TranscriptIndex
  ) throws -> Table {
    let cues = try index.episodes.reduce(0) { $0 + $1.cueCount }
    var rows = counts(statistics, cues: cues).map { rowCells($0, $1) }
    rows.append([
      .text("bytes_per_word_of_postings"),
      .decimal(statistics.bytesPerPosition, places: 2),
    ])
    rows += statistics.sections.map { rowCells("bytes_\($0.name)", $0.bytes) }
    for (name, value) in index.settings where name != "user-words" {
      rows.append([.text("setting_\(name)"), .known(value)])
    }
    return Table(columns: columns, rows: rows, foot: [])
  }

  private static func rowCells(_ name: String, _ value: Int) -> [Table.Cell] {
    [.text(name), .integer(value)]
  }

  private static func counts(_ statistics: IndexStatistics, cues: Int) -> [(String, Int)] {
    [
      ("generation", statistics.generation), ("segments", statistics.segments),
      ("episodes", statistics.episodes), ("removed_episodes", statistics.removedEpisodes),
      ("cues", cues), ("words", statistics.words), ("terms", statistics.terms),
      ("spellings", statistics.spellings), ("postings", statistics.postings),
      ("bytes", statistics.bytes),
    ]
  }

  /// What is known of groups of episodes.
  private static func groups(_ groups: [GroupStatistics], _ by: Grouping) -> Table {
    let rows = groups.flatMap { group in
      counts(group).map { (by == .total ? [] : [.known(group.label)]) + rowCells($0, $1) }
    }
    return Table(
      columns: (by == .total ? [] : [.text("group")]) + columns, rows: rows,
      foot: UndatedNote.foot(groups.map(\.label), by: by))
  }

  private static func counts(_ group: GroupStatistics) -> [(String, Int)] {
    [
      ("episodes", group.episodes), ("cues", group.cues), ("words", group.words),
      ("terms", group.terms), ("spellings", group.spellings), ("postings", group.postings),
    ]
  }
}
