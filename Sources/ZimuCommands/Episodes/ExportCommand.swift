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
      after the episode. srt and vtt hold only cues with times. If cues have no
      times, a message names them, and the exit status is 2. A cue without an end
      is shown for two seconds.

      vertical and conllu write one file with one token per line: its form, its
      key (search form), its kind, and its start and end in the cue in UTF-8
      bytes. Punctuation has the kind symbol and is not a word.

      matrix-market writes how often each word occurs in each episode to a folder.
      Each row of matrix.mtx is a line of terms.txt; each column is a row of
      episodes.csv. Stop words and numbers are included.

      Existing files are replaced only with --replace.

      EXAMPLES
        zimu export --format srt --output subtitles
        zimu export --format txt --output texts --simplified --where show:indigo
        zimu export --format vertical --output corpus.vert
        zimu export --format matrix-market --output matrix --no-loops
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var selection: SelectionOption
  @OptionGroup var repetition: RepetitionOptions

  @Option(help: "Format of the files.")
  var format: ExportRequest.Format

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Folder to write to; with --format vertical or conllu, the file.", valueName: "path"))
  var output: String

  @Flag(help: "With txt, srt, vtt, csv, json: convert texts and speakers to simplified characters.")
  var simplified = false

  @Flag(help: "Replace existing files.")
  var replace = false

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output needs a path.") }
    guard !simplified || format.cueFormat != nil else {
      throw ValidationError(
        "--simplified has no effect with --format \(format.rawValue), which already has search forms."
      )
    }
  }

  func run() throws {
    var request = ExportRequest(format, to: output)
    (request.selection, request.excludedRepetitions) = (selection.filter, repetition.leftOut)
    (request.isSimplified, request.replaces) = (simplified, replace)
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
      line += ", among them all cues of " + names.prefix(10).joined(separator: ", ") + more
    }
    Console.current.writeError(line + "; use txt, csv or json to keep these cues\n")
    return ExitCode(2)
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    FixedDecimal.grouped(count) + " " + noun + (count == 1 ? "" : "s")
  }
}
