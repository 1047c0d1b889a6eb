import ArgumentParser
import Reporting
import Zimu

/// `zimu verify`: whether an index is whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read a whole index and check that nothing in it is broken.",
    discussion: """
      Checks every checksum, decodes every episode and every posting, and holds
      postings, frequencies and spellings against the words of the episodes. The
      texts of a sample are cut into words again. Exit status 1 where something is
      broken; each row says what, where, and which episode is affected.

      EXAMPLES
        zimu verify
        zimu verify --index talks.index --sample 1000
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("How many episodes are cut again.", valueName: "n"))
  var sample = 20

  func run() throws {
    let (faults, count) = try TranscriptIndex.verify(at: index.path, sample: sample)
    guard !faults.isEmpty else {
      return try Console.current.write(
        "\(index.path) is whole: \(FixedDecimal.grouped(count)) "
          + "episode\(count == 1 ? "" : "s").\n")
    }
    let rows = faults.flatMap { fault in
      (fault.episodes.isEmpty ? [""] : fault.episodes).map { episode in
        [.known(fault.error.file ?? ""), .known(episode), Table.Cell.text(fault.error.fault)]
      }
    }
    try table.print(
      Table(
        columns: [.text("file"), .text("episode"), .text("fault")], rows: rows,
        foot: ["Remove the index and index the transcripts again, or take a copy of it."]))
    throw ExitCode.failure
  }
}
