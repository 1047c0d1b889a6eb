import ArgumentParser
import Zimu

/// The options that tables of terms have in common.
struct TermOptionGroup: ParsableArguments {
  @Option(
    help:
      "Count words, phrases (two to five words, and joined names such as Wi-Fi), or both (default: both)."
  )
  var units: TermUnits?

  @Flag(help: "Also show terms that occur mostly inside a longer phrase.")
  var nested = false

  @Option(
    help: ArgumentHelp(
      "Number of example cues per row, with episode and time, 0 to 1000 (default: 0; 3 in zimu "
        + "report).", valueName: "n"))
  var evidence: Int?

  @OptionGroup var repetition: RepetitionOptions

  @Option(
    help: ArgumentHelp(
      "Stop words to leave out: default, none, or a file with a word or several words per line; repeatable "
        + "(default: default).",
      valueName: "list"))
  var stopwords: [String] = []

  @Flag(help: "Also show numbers, and numerals with measure words.")
  var numbers = false

  @Option(
    help: ArgumentHelp(
      "Minimum number of characters of a Han word, from 1 (default: 2).", valueName: "n"))
  var minLength: Int?

  func validate() throws {
    guard minLength ?? 1 > 0 else { throw ValidationError("--min-length takes a number from 1.") }
    guard (0...1000).contains(evidence ?? 0) else {
      throw ValidationError("--evidence takes a number from 0 to 1000.")
    }
    guard !nested || units != .words else {
      throw ValidationError("--nested needs phrases, which --units words leaves out.")
    }
  }

  /// The options that were given and choose between words.
  var choices: [String] {
    [
      ("--units", units != nil), ("--nested", nested), ("--stopwords", !stopwords.isEmpty),
      ("--numbers", numbers), ("--min-length", minLength != nil),
    ].filter(\.1).map(\.0)
  }

  /// The options, after a note on entries of stop lists that match nothing in an index.
  ///
  /// - Parameter lines: of each row, unless told otherwise.
  func options(lines: Int = 0, in index: TranscriptIndex) throws -> TermOptions {
    var options = TermOptions()
    (options.units, options.showsNested) = (units ?? .both, nested)
    (options.evidence, options.excludedRepetitions) = (evidence ?? lines, repetition.leftOut)
    let stopWords = try StopWordsOption(stopwords)
    try stopWords.warn(in: index)
    try repetition.warn(in: index)
    options.filter.stopWords = stopWords.stopWords
    options.filter.showsNumbers = numbers
    options.filter.minimumLength = minLength ?? 2
    return options
  }
}

/// Refuses options that have no effect beside another one.
///
/// - Parameter reason: why, such as `need --rising or --falling`.
func refuse(_ given: [String], _ reason: String) throws {
  guard let first = given.first else { return }
  throw ValidationError("\(first) \(reason).")
}
