import ArgumentParser
import Reporting
import Zimu

/// `zimu verify`: whether an index is whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read a whole index and check it for damage.",
    discussion: """
      Checks every checksum, decodes every episode and every posting, and compares
      postings, frequencies and spellings with the words of the episodes. Segments
      a sample of episodes again, unless the index was made with another version
      of ICU.

      If something is damaged, each row names the file, the fault and the affected
      episode, and the exit status is 1. If nothing is damaged, table and markdown
      print how much was checked; the other formats print an empty table.

      EXAMPLES
        zimu verify
        zimu verify --index talks.index --sample 1000
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions

  @Option(
    help: ArgumentHelp("Maximum number of episodes to segment again, from 0.", valueName: "n"))
  var sample = 20

  func validate() throws {
    guard sample >= 0 else { throw ValidationError("--sample takes a number from 0.") }
  }

  func run() throws {
    let found = try TranscriptIndex.verify(at: index.path, sample: sample)
    let (count, segmented) = (found.episodes, found.segmentedEpisodes)
    guard found.faults.isEmpty, table.isForPeople else {
      try table.print(Self.table(of: found.faults))
      if !found.faults.isEmpty { throw ExitCode.failure }
      return
    }
    try Console.current.write(
      "\(index.path) is intact: \(FixedDecimal.grouped(count)) episode\(count == 1 ? "" : "s"), "
        + "\(FixedDecimal.grouped(segmented)) of them segmented again.\n")
  }

  private static func table(of faults: [IndexVerification.Fault]) -> Table {
    let rows = faults.flatMap { fault in
      (fault.episodes.isEmpty ? [""] : fault.episodes).map { episode in
        [.known(fault.file ?? ""), .known(episode), Table.Cell.text(fault.message)]
      }
    }
    return Table(
      columns: [.text("file"), .text("episode"), .text("fault")], rows: rows,
      foot: ["Remove the index and index the transcripts again, or restore a copy of it."])
  }
}
