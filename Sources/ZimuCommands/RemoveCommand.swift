import ArgumentParser
import Reporting
import Zimu

/// `zimu remove`: episodes out of an index.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove episodes from an index; their files stay.",
    discussion: """
      Episodes are named as `zimu episodes` lists them, or by their paths. If one
      is not there, none is removed. A later run of zimu index over their files
      adds them again.

      EXAMPLES
        zimu remove 'town-hall/2024-03 budget.txt'
        zimu remove --index talks.index /data/talks/1.srt /data/talks/2.srt
      """)

  @Argument(help: ArgumentHelp("Episodes.", valueName: "episode"))
  var episodes: [String]

  @OptionGroup var index: IndexOption

  func validate() throws {
    guard !episodes.isEmpty else { throw ValidationError("Name an episode to remove.") }
  }

  func run() throws {
    let left = try IndexMaintenance(index.path).remove(episodes)
    let removed = Set(episodes).count
    try Console.current.write(
      "Removed \(FixedDecimal.grouped(removed)) episode\(removed == 1 ? "" : "s"), "
        + "\(FixedDecimal.grouped(left)) left.\n")
  }
}
