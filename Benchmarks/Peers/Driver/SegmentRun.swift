import BenchmarkInputs
import Zimu

/// The lines of a file, segmented by ICU as often as wanted.
final class SegmentRun {
  /// The lines in UTF-8, empty ones left out.
  private let lines: [[UInt8]]
  private let segmenter: ICUWordSegmenter
  private var tokens = TokenBuffer()

  init(file: String) throws {
    lines = try InputFile.read(file).split(separator: UInt8(ascii: "\n")).map(Array.init)
    segmenter = try ICUWordSegmenter()
  }

  /// - Returns: a line of JSON: bytes of all lines, segments in them, seconds of the best pass.
  func measure(passes: Int) throws -> String {
    let clock = ContinuousClock()
    var best = Duration.seconds(Int64.max)
    var count = 0
    for _ in 0..<passes {
      best = min(best, try clock.measure { count = try segmentAll() })
    }
    let bytes = lines.reduce(0) { $0 + $1.count }
    return #"{"bytes":\#(bytes),"tokens":\#(count),"seconds":\#(best / .seconds(1))}"#
  }

  private func segmentAll() throws -> Int {
    var count = 0
    for line in lines {
      try segmenter.segment(line.span, into: &tokens)
      count += tokens.count
    }
    return count
  }
}
