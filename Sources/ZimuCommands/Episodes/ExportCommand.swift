import ArgumentParser
import Reporting
import Zimu

/// `zimu export`: what is in an index as files of other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write transcripts, tokens or counts as files for other programs.",
    discussion: """
      txt, srt, vtt, csv and json write one file per episode to a folder, named
      after the episode. srt and vtt hold only cues with times; what they leave
      out is named, and the exit status is 2. A cue without an end is shown for
      two seconds.

      vertical and conllu write one file with one token per line: its form, its
      key (search form), its kind, and where it begins and ends in its cue, in
      UTF-8 bytes. Punctuation has the kind symbol, and is no word.

      matrix-market writes how often each word stands in each episode to a
      folder: matrix.mtx has a row per line of terms.txt, and a column per row
      of episodes.csv. No word is left out.

      Files that exist are not replaced, unless --replace is given.

      EXAMPLES
        zimu export --format srt --output subtitles
        zimu export --format txt --output texts --simplified --where show:indigo
        zimu export --format vertical --output corpus.vert
        zimu export --format matrix-market --output matrix --no-loops
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var selection: SelectionOption
  @OptionGroup var repetition: RepetitionOptions

  @Option(help: "What is written.")
  var format: ExportRequest.Format

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder; with --format vertical and conllu the file.", valueName: "path"))
  var output: String

  @Flag(help: "With txt, srt, vtt, csv, json: convert texts and speakers to simplified characters.")
  var simplified = false

  @Flag(help: "Replace files that exist.")
  var replace = false

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output takes a path.") }
    guard !simplified || format.cueFormat != nil else {
      throw ValidationError(
        "--simplified has no effect with --format \(format.rawValue), which has search forms.")
    }
  }

  func run() throws {
    var request = ExportRequest(format, to: output)
    (request.selection, request.leftOut) = (selection.filter, repetition.leftOut)
    (request.simplified, request.replaces) = (simplified, replace)
    let summary = try selection.open(index).export(request)
    try Console.current.write(Self.sentence(summary, request) + "\n")
    guard summary.untimedCues == 0 else { throw refusal(summary) }
    guard summary.emptyCues > 0 else { return }
    Console.current.writeError(
      "not written: \(Self.count(summary.emptyCues, "cue")) without a token\n")
  }

  private static func sentence(_ summary: ExportSummary, _ request: ExportRequest) -> String {
    guard summary.files > 0 else { return "Nothing was written." }
    let counts: [(Int, String)] =
      switch request.format {
      case .matrixMarket:
        [(summary.terms, "term"), (summary.episodes, "episode"), (summary.entries, "value")]
      case .vertical, .conllu:
        [(summary.episodes, "episode"), (summary.cues, "cue"), (summary.tokens, "token")]
      default: [(summary.files, "file"), (summary.cues, "cue")]
      }
    return "\(request.output): " + counts.map { count($0, $1) }.joined(separator: ", ")
  }

  /// Says what has no times.
  private func refusal(_ summary: ExportSummary) -> ExitCode {
    let names = summary.untimedEpisodes
    var line = "not written: \(Self.count(summary.untimedCues, "cue")) without times"
    if !names.isEmpty {
      let more = names.count > 10 ? " and \(FixedDecimal.grouped(names.count - 10)) more" : ""
      line += "; all of " + names.prefix(10).joined(separator: ", ") + more
    }
    Console.current.writeError(line + "; txt, csv and json have such cues\n")
    return ExitCode(2)
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    FixedDecimal.grouped(count) + " " + noun + (count == 1 ? "" : "s")
  }
}
