import Benchmark
import BenchmarkInputs
import BenchmarkRuns
import Transcripts
import Zimu

/// The files of the corpus in one format, read many times over.
struct TranscriptSample {
  /// By the ends of their names.
  static let formats = ["txt", "srt", "vtt", "json", "csv", "tsv"]
  private static let passes = 20

  private let files: [(name: String, bytes: [UInt8])]
  private let cues: Int
  private let size: Int
  private let characters: Int

  init(_ format: String) throws {
    files = try CorpusFiles.read(format)
    guard !files.isEmpty else { throw InputError("no file ends in .\(format)") }
    size = files.reduce(0) { $0 + $1.bytes.count }
    characters = files.reduce(0) { $0 + $1.bytes.count { $0 & 0xC0 != 0x80 } }
    cues = try Self.cues(files)
    guard cues > 0 else { throw InputError("no cues in the files that end in .\(format)") }
  }

  private static func cues(_ files: [(name: String, bytes: [UInt8])]) throws -> Int {
    try files.reduce(0) { count, file in
      count + (try Transcript.read(file.bytes, fileName: file.name)).cues.count
    }
  }

  /// Reports the speed, and checks that there are as many cues each time.
  func measure(_ benchmark: Benchmark) throws {
    let start = ContinuousClock.now
    var found = 0
    for _ in 0..<Self.passes { found += try Self.cues(files) }
    let seconds = start.duration(to: .now) / .seconds(1)
    benchmark.measurement(.textRate, Int(Double(Self.passes * size) / seconds / 1000))
    benchmark.measurement(.characterTime, Int(seconds * 1e12 / Double(Self.passes * characters)))
    guard found == Self.passes * cues else { throw InputError("\(found) cues") }
  }
}
