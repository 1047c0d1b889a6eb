import BenchmarkInputs
import Indexing
import Transcripts
import Zimu

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads one file again and again, and indexes it between, in this process and by one worker.
struct ReadTask {
  private let file: String
  private let bytes: [UInt8]
  private let name: String

  init(file: String) throws {
    self.file = file
    bytes = try InputFile.read(file)
    name = String(file.split(separator: "/").last ?? "")
  }

  /// - Returns: a line of JSON: bytes and cues of the file, and the seconds of the best pass: those that reading
  ///   the bytes in memory takes, and those from the file to an index that is synced.
  func measure(passes: Int) async throws -> String {
    var (reading, indexing, cues) = (Double.infinity, Double.infinity, 0)
    for _ in 0..<passes {
      let start = ContinuousClock.now
      cues = try Transcript.read(bytes, fileName: name).cues.count
      reading = min(reading, start.duration(to: .now) / .seconds(1))
      indexing = min(indexing, try await index())
    }
    return
      #"{"bytes":\#(bytes.count),"cues":\#(cues),"reading":\#(reading),"indexing":\#(indexing)}"#
  }

  private func index() async throws -> Double {
    let folder = FileManager.default.temporaryDirectory.path() + "zimu-read-\(UUID().uuidString)"
    var options = IndexingOptions(paths: [file], indexPath: folder)
    options.jobs = 1
    let summary = try await IndexingRun(options).run()
    try FileManager.default.removeItem(atPath: folder)
    guard summary.added == 1 else { throw InputError("\(file) was not indexed") }
    return summary.seconds
  }
}
