import Benchmark
import BenchmarkInputs

/// One engine driven over all texts of a sample, and the answer that each run must give.
final class TextRun<Engine: TextEngine> {
  private let texts: [[UInt8]]
  /// UTF-8 bytes of all texts.
  private let bytes: Int
  private let engine: Engine
  private let expected: Answer

  init(_ sample: TextSample, _ cut: TextCut) throws {
    let episodes = try sample.read()
    texts = cut.texts(of: episodes)
    bytes = texts.reduce(0) { $0 + $1.count }
    engine = try Engine()
    expected =
      try Engine.naiveAnswer(episodes.flatMap(\.cues))
      + Engine.newline * cut.newlines(in: episodes)
  }

  static func register(_ sample: TextSample, _ cut: TextCut) {
    Benchmark(
      "\(Engine.name), \(sample.name), \(cut)", configuration: .texts
    ) { benchmark, run in
      try run.measure(benchmark)
    } setup: {
      try TextRun(sample, cut)
    }
  }

  /// Works on every text once, reports the speed and checks the answer.
  private func measure(_ benchmark: Benchmark) throws {
    let start = ContinuousClock.now
    var answer = Answer()
    for text in texts { answer = answer + (try engine.work(on: text)) }
    let seconds = start.duration(to: .now) / .seconds(1)
    benchmark.measurement(.textRate, Int(Double(bytes) / seconds))
    guard answer == expected else { throw InputError("\(answer) is not \(expected)") }
  }
}
