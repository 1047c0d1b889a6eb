import CZstd
import Testing
import TranscriptGenerator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Transcripts to measure, read into words.
struct Sample: Sendable {
  private(set) var words: [[UInt64]] = []
  private(set) var bytes = 0
  private(set) var compressed = 0

  func figures(_ style: TranscriptStyle) -> TextFigures {
    TextFigures(style, of: words, bytes: bytes, compressed: compressed)
  }

  /// About as many words as the meetings have.
  static func generated(_ style: TranscriptStyle) throws -> Sample {
    let generator = try EpisodeGenerator(style, seed: 1)
    let reader = try WordReader()
    var sample = Sample()
    for number in 0..<300 {
      let episode = generator.episode(number)
      try sample.add(episode.bytes, name: episode.path, reader)
    }
    return sample
  }

  /// The files of a folder of the evaluation data.
  static func original(_ style: TranscriptStyle) throws -> Sample {
    let folder = "\(try #require(evaluation))/transcripts/\(style)"
    let reader = try WordReader()
    var sample = Sample()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".txt") {
      let file = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
      try sample.add(Array(file), name: name, reader)
    }
    return sample
  }

  static let evaluation = ProcessInfo.processInfo.environment["ZIMU_EVALUATION_DATA"]

  private mutating func add(_ file: [UInt8], name: String, _ reader: WordReader) throws {
    words.append(try reader.words(of: file, name: name))
    bytes += file.count
    compressed += try Self.compressedSize(of: file)
  }

  private static func compressedSize(of file: [UInt8]) throws -> Int {
    let room = ZSTD_compressBound(file.count)
    var target = [UInt8](repeating: 0, count: room)
    let size = ZSTD_compress(&target, room, file, file.count, 3)
    try #require(ZSTD_isError(size) == 0)
    return size
  }
}
