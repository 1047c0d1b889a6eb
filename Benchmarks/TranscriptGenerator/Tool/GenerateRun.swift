import TranscriptGenerator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Generates episodes and writes their files.
struct GenerateRun: Sendable {
  private let generator: EpisodeGenerator
  private let numbers: Range<Int>
  private let jobs: Int
  private let folder: String

  init(_ command: GenerateCommand) throws {
    generator = try EpisodeGenerator(command.style, seed: command.seed)
    numbers = command.first..<command.first + command.episodes
    (jobs, folder) = (command.jobs, command.folder)
  }

  /// - Returns: how many bytes were written.
  func run() async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for job in 0..<jobs {
        group.addTask { try write(from: numbers.lowerBound + job) }
      }
      return try await group.reduce(0, +)
    }
  }

  /// Writes every so many-th episode, one for each job.
  private func write(from first: Int) throws -> Int {
    var bytes = 0
    var shows = Set<String>()
    for number in stride(from: first, to: numbers.upperBound, by: jobs) {
      let episode = generator.episode(number)
      let path = "\(folder)/\(episode.path)"
      let show = String(path.prefix(upTo: path.lastIndex(of: "/")!))
      if shows.insert(show).inserted { try Self.create(show) }
      guard FileManager.default.createFile(atPath: path, contents: Data(episode.bytes)) else {
        throw GenerateError("cannot write \(path)")
      }
      bytes += episode.bytes.count
    }
    return bytes
  }

  private static func create(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw GenerateError("cannot create \(folder)")
    }
  }
}
