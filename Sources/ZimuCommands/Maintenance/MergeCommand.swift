import ArgumentParser
import Reporting
import Zimu

/// `zimu merge`: indexes that were built apart into one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge indexes that were built separately.",
    discussion: """
      Adds the episodes of every INDEX to the index in DIR, which is created if it
      does not exist. The other indexes stay as they are. If several indexes have
      an episode with the same path, the one in the index named last is kept.

      Indexes whose words were made differently are refused: with another ICU,
      another engine or other user dictionaries.

      EXAMPLES
        zimu merge --into all.index 2023.index 2024.index
      """)

  @Option(help: ArgumentHelp("Folder of the index to add to.", valueName: "dir"))
  var into: String

  @Argument(help: ArgumentHelp("Folders of the indexes to add.", valueName: "index"))
  var indexes: [String]

  func validate() throws {
    guard !indexes.isEmpty else { throw ValidationError("Name an index to add.") }
  }

  func run() throws {
    let count = try IndexMaintenance(at: into).merge(indexes)
    try Console.current.write(
      "Merged \(indexes.count) index\(indexes.count == 1 ? "" : "es") into \(into): "
        + "\(FixedDecimal.grouped(count)) episode\(count == 1 ? "" : "s").\n")
  }
}
