import BenchmarkInputs
import BenchmarkRuns
import Indexing
import InvertedIndex
import Synchronization
import TranscriptGenerator
import Zimu

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Generated transcripts, and an index of them, in a folder that goes away with the process's end.
enum SampleIndex {
  static let episodes = 100

  private static let made = Mutex<String?>(nil)

  /// The folder of the transcripts, made once.
  static func transcripts() throws -> String {
    try made.withLock { made in
      if let made { return made }
      let folder =
        FileManager.default.temporaryDirectory.path() + "zimu-benchmarks-\(UUID().uuidString)"
      let generator = try EpisodeGenerator(.sayit, seed: 1)
      for number in 0..<episodes {
        let episode = generator.episode(number)
        let path = folder + "/talks/" + episode.path
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(
          atPath: "/" + parent, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: Data(episode.bytes)) else {
          throw InputError("cannot write \(path)")
        }
      }
      made = folder
      return folder
    }
  }

  /// Indexes them anew.
  static func build(jobs: Int) throws -> IndexingSummary {
    let folder = try transcripts()
    let index = folder + "/index"
    try? FileManager.default.removeItem(atPath: index)
    var options = IndexingOptions(paths: [folder + "/talks"], indexPath: index)
    options.jobs = jobs
    return try wait { [options] in try await IndexingRun(options).run() }
  }

  /// An index of them.
  static func open() throws -> TranscriptIndex {
    let folder = try transcripts()
    if !IndexDirectory(folder + "/index").exists { _ = try build(jobs: 2) }
    return try TranscriptIndex(at: folder + "/index")
  }

  static func removeAll() {
    made.withLock { made in
      if let folder = made { try? FileManager.default.removeItem(atPath: folder) }
      made = nil
    }
  }
}
