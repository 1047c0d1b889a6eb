import ArgumentParser
import Reporting
import Zimu

/// `zimu merge`: indexes that were built apart into one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge indexes that were built separately.",
    discussion: """
      The episodes of every INDEX are added to the one in DIR, which is made if it
      is not there; the others stay as they are. Of episodes with the same path
      the one named last stays. Indexes whose words were made differently are
      refused: another ICU, another engine or other user dictionaries.

      EXAMPLES
        zimu merge --into all.index 2023.index 2024.index
      """)

  @Option(help: ArgumentHelp("Folder of the index that the others are added to.", valueName: "dir"))
  var into: String

  @Argument(help: ArgumentHelp("Folders of indexes.", valueName: "index"))
  var indexes: [String]

  func validate() throws {
    guard !indexes.isEmpty else { throw ValidationError("Name an index to take in.") }
  }

  func run() throws {
    let count = try IndexMaintenance(into).merge(indexes)
    try Console.current.write(
      "Merged \(indexes.count) index\(indexes.count == 1 ? "" : "es") into \(into): "
        + "\(FixedDecimal.grouped(count)) episode\(count == 1 ? "" : "s").\n")
  }
}
