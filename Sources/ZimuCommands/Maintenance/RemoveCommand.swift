import ArgumentParser
import FilePaths
import Reporting
import TranscriptSearch
import Zimu

/// `zimu remove`: episodes out of an index.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove episodes from an index; their files stay.",
    discussion: """
      Name episodes as `zimu episodes` lists them, by their paths, or by their ids
      with id: in front. The path of an archive or table stands for all of its
      episodes. If one of the names is not found, nothing is removed.

      --where removes the selected episodes instead. Only whole episodes can be
      removed, so filters on speakers and times are refused. The next run of zimu
      index over the files adds their episodes again.

      EXAMPLES
        zimu remove 'town-hall/2024-03 budget.txt'
        zimu remove --index talks.index /data/talks/1.srt /data/talks/2.srt
        zimu remove id:0f3a5b2c9d8e7f61
        zimu remove --where 'show:test OR date:2019'
      """)

  @Argument(help: ArgumentHelp("Episodes to remove.", valueName: "episode"))
  var episodes: [String] = []

  @OptionGroup var index: IndexOption
  @OptionGroup var selection: SelectionOption

  func validate() throws {
    guard episodes.isEmpty != (selection.filter == nil) else {
      throw ValidationError(
        "Name the episodes to remove, or select them with --where, but not both.")
    }
    // A filter that does not parse is refused with its place when it is used.
    let parsed = selection.filter.flatMap { try? FieldFilter(parsing: $0, fold: { $0 }) }
    guard !(parsed?.usesSpeakers ?? false), !(parsed?.usesTimes ?? false) else {
      throw ValidationError("--where selects whole episodes here; leave out speaker: and time:.")
    }
  }

  func run() throws {
    let episodes = selection.filter == nil ? episodes : try selected()
    let (removed, remaining) = try IndexMaintenance(at: index.path).remove(episodes)
    if selection.filter != nil {
      for path in episodes {
        Console.current.writeError("removed: \(FilePath(argument: path))\n")
      }
    }
    try Console.current.write(
      "Removed \(FixedDecimal.grouped(removed)) episode\(removed == 1 ? "" : "s"), "
        + "\(FixedDecimal.grouped(remaining)) left.\n")
  }

  /// The paths of the episodes that the filter selects.
  private func selected() throws -> [String] {
    let index = try selection.open(index)
    return try index.episodes(where: selection.filter).map { FilePath.argument($0.path.bytes) }
  }
}
