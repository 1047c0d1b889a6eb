import ArgumentParser
import Evaluation
import Reporting
import Transcripts
import Zimu

/// `zimu benchmark`: how fast this machine is.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measure how fast this machine segments and normalizes text.",
    discussion: """
      Segments and normalizes the lines of your files (transcripts or plain text)
      or built-in samples. The engines take turns, on one thread. No file is
      written.

        mb_per_s          throughput of the median round, in 10^6 bytes of UTF-8
                          per second
        slowest, fastest  throughput of the slowest and of the fastest round
        ns_per_character  nanoseconds per code point, in the median round
        times_icu         throughput relative to ICU
        words             number of words found
        agreement         share of ICU's words with the same boundaries, or of
                          lines converted as ICU does

      EXAMPLES
        zimu benchmark
        zimu benchmark talks/*.srt
        zimu benchmark --rounds 20 --format json big.txt
      """)

  @Argument(
    help: ArgumentHelp("Files to measure with (default: built-in samples).", valueName: "file"))
  var files: [String] = []

  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("Number of times that each engine runs, 1 to 1000.", valueName: "n"))
  var rounds = 9

  func validate() throws {
    guard (1...1000).contains(rounds) else {
      throw ValidationError("--rounds takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    let test = try SpeedTest(try files.isEmpty ? Self.samples : files.flatMap(Self.lines))
    let results = try test.run(rounds: rounds)
    let rows = results.map { result -> [Table.Cell] in
      // ICU does what the search form is in several passes, which are not measured.
      let base = results.first {
        $0.task == result.task && $0.engine.hasPrefix("icu") && result.engine != "search form"
      }
      return [
        .text(result.task), .text(result.engine), .decimal(result.speed, places: 2),
        .decimal(result.slowest, places: 2), .decimal(result.fastest, places: 2),
        .decimal(result.nanosecondsPerCharacter, places: 2),
        .decimal(base.map { result.speed / $0.speed }, places: 2),
        .integer(result.words), .decimal(result.agreement, places: 4),
      ]
    }
    try table.print(Table(columns: Self.columns, rows: rows, foot: foot(test)))
  }

  private static let columns: [Table.Column] = [
    .text("task"), .text("engine"), .number("mb_per_s"), .number("slowest"), .number("fastest"),
    .number("ns_per_character"), .number("times_icu"), .number("words"), .number("agreement"),
  ]

  private func foot(_ test: SpeedTest) -> [String] {
    let (lines, bytes) = (FixedDecimal.grouped(test.lines.count), FixedDecimal.grouped(test.bytes))
    return [
      "Lines: \(lines); bytes: \(bytes)\(test.isCut ? " (only the first part is used)" : ""); rounds: \(rounds), "
        + "passes: \(test.passes) each. times_icu: relative to ICU's word breaks, or to its Traditional-Simplified.",
      Versions.summary,
    ]
  }

  /// The texts of a transcript's cues, or a text's lines.
  private static func lines(of file: String) throws -> [[UInt8]] {
    let bytes = try InputFile.read(file)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    do throws(TranscriptError) {
      let transcript = try Transcript.read(bytes, fileName: name)
      return transcript.cues.map { Array(transcript.text[$0.text]) }
    } catch {
      guard error.isOtherContent else { throw error }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw CommandFailure("\(file) is neither a transcript nor UTF-8 text; save it as UTF-8")
      }
      return lines(bytes)
    }
  }

  private static func lines(_ text: [UInt8]) -> [[UInt8]] {
    text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(Array.init)
  }

  /// Lines from the project's sample transcripts: simplified, traditional, mixed.
  static var samples: [[UInt8]] {
    [
      PackageResources.simplified_txt, PackageResources.traditional_txt, PackageResources.mixed_txt,
    ].flatMap(lines)
  }
}
