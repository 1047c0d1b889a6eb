import ArgumentParser
import Reporting
import Zimu

/// `zimu stats`: how much there is of everything in an index.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what an index holds, what each part takes, and how it was made.",
    discussion: """
      Names that start with bytes_ are sizes on disk by section; setting_ names
      what shaped the words.

      EXAMPLES
        zimu stats
        zimu stats --index talks.index --format json
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions

  func run() throws {
    let index = try index.open()
    let statistics = try index.statistics()
    var rows: [[Table.Cell]] = Self.counts(statistics).map { [.text($0.0), .integer($0.1)] }
    rows.append([
      .text("bytes_per_word_of_postings"),
      .decimal(statistics.bytesPerPosition, places: 2),
    ])
    rows += statistics.sections.map { [.text("bytes_\($0.name)"), .integer($0.bytes)] }
    for (name, value) in index.settings.values where name != "user-words" {
      rows.append([.text("setting_\(name)"), .known(value)])
    }
    try table.print(
      Table(columns: [.text("name"), .text("value")], rows: rows, foot: []))
  }

  private static func counts(_ statistics: IndexStatistics) -> [(String, Int)] {
    [
      ("generation", statistics.generation), ("segments", statistics.segments),
      ("episodes", statistics.episodes), ("removed_episodes", statistics.deleted),
      ("words", statistics.words), ("terms", statistics.terms),
      ("spellings", statistics.spellings), ("postings", statistics.postings),
      ("bytes", statistics.sections.reduce(0) { $0 + $1.bytes }),
    ]
  }
}
