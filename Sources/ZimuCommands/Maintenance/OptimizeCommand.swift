import ArgumentParser
import Reporting
import Zimu

/// `zimu optimize`: one segment of all.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Rewrite an index as one segment, without removed episodes.",
    discussion: """
      The result has the same bytes as an index built in one run from the same
      files. Optimizing is never necessary: indexing runs merge segments as they
      go.

      EXAMPLES
        zimu optimize
        zimu optimize --index talks.index
      """)

  @OptionGroup var index: IndexOption

  func run() throws {
    let size = try IndexMaintenance(at: index.path).optimize()
    try Console.current.write(
      "Optimized \(index.path): \(FixedDecimal.grouped(size.before)) bytes before, "
        + "\(FixedDecimal.grouped(size.after)) after.\n")
  }
}
