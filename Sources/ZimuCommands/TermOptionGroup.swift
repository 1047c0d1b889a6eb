import ArgumentParser
import Zimu

/// The options that tables of terms have in common.
struct TermOptionGroup: ParsableArguments {
  @Option(
    help: "What is counted: words, phrases of two to five words and joined names (Wi-Fi), or both.")
  var units = TermUnits.both

  @Flag(help: "Show what stands mostly inside of a longer phrase that is listed.")
  var nested = false

  @Option(
    help: ArgumentHelp(
      "So many lines of each row, with episode and time (a report has 3, else there are none).",
      valueName: "n"))
  var evidence: Int?

  @Flag(name: .customLong("no-loops"), help: "Leave out cues that a recogniser's loop repeats.")
  var noLoops = false

  @Option(
    help: ArgumentHelp(
      "Stop words: default, none, or a file with a word a line; repeatable.", valueName: "list"))
  var stopwords: [String] = []

  @Flag(help: "Show numbers, and numerals with measure words.")
  var numbers = false

  @Option(help: ArgumentHelp("The fewest characters of a Han word.", valueName: "n"))
  var minLength = 2

  func validate() throws {
    guard minLength > 0 else { throw ValidationError("--min-length takes a number from 1.") }
    guard (0...1000).contains(evidence ?? 0) else {
      throw ValidationError("--evidence takes a number from 0 to 1000.")
    }
  }

  /// - Parameter lines: of each row, unless told otherwise.
  func options(lines: Int = 0) throws -> TermOptions {
    var options = TermOptions()
    (options.units, options.showsNested) = (units, nested)
    (options.evidence, options.leavesOutLoops) = (evidence ?? lines, noLoops)
    options.filter.stopWords = try StopWordsOption(stopwords).stopWords()
    options.filter.showsNumbers = numbers
    options.filter.minimumLength = minLength
    return options
  }
}
