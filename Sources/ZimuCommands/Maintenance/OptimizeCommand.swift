import ArgumentParser
import Reporting
import Zimu

/// `zimu optimize`: one segment of all.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Rewrite an index as one segment, without what was removed.",
    discussion: """
      The result has the bytes of one fresh run over the same files. Nobody has
      to: later runs merge segments as they go.

      EXAMPLES
        zimu optimize
        zimu optimize --index talks.index
      """)

  @OptionGroup var index: IndexOption

  func run() throws {
    let size = try IndexMaintenance(index.path).optimize()
    try Console.current.write(
      "Optimized \(index.path): \(FixedDecimal.grouped(size.before)) bytes before, "
        + "\(FixedDecimal.grouped(size.after)) after.\n")
  }
}
