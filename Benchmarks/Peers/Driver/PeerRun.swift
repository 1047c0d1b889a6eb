import BenchmarkInputs

/// The text of a file, worked on by one engine as often as wanted.
final class PeerRun<Engine: PeerEngine> {
  private let texts: [[UInt8]]
  private let engine: Engine

  init(file: String, cut: FileCut) throws {
    texts = cut.texts(of: try InputFile.read(file))
    engine = try Engine()
  }

  /// - Returns: a line of JSON: bytes of all texts, what came out, seconds of the best pass.
  func measure(passes: Int) throws -> String {
    let clock = ContinuousClock()
    var best = Duration.seconds(Int64.max)
    var count = 0
    for _ in 0..<passes {
      best = min(best, try clock.measure { count = try workOnAll() })
    }
    let bytes = texts.reduce(0) { $0 + $1.count }
    return #"{"bytes":\#(bytes),"tokens":\#(count),"seconds":\#(best / .seconds(1))}"#
  }

  private func workOnAll() throws -> Int {
    var count = 0
    for text in texts { count += try engine.work(on: text) }
    return count
  }
}
