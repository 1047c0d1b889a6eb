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
    // Here too, since the tool hides what measured runs print if it shows no progress.
    try check(workOnAll())
  }

  static func register(_ sample: TextSample, _ cut: TextCut) {
    Benchmark(
      "\(Engine.name), \(sample.name), \(cut)", configuration: .texts
    ) { benchmark, run in
      orTrap { try run.measure(benchmark) }
    } setup: {
      orTrap { try TextRun(sample, cut) }
    }
  }

  /// Works on every text once, reports the speed and checks the answer.
  private func measure(_ benchmark: Benchmark) throws {
    let start = ContinuousClock.now
    let answer = try workOnAll()
    let seconds = start.duration(to: .now) / .seconds(1)
    benchmark.measurement(.textRate, Int(Double(bytes) / seconds / 1000))
    try check(answer)
  }

  private func workOnAll() throws -> Answer {
    try texts.reduce(Answer()) { $0 + (try engine.work(on: $1)) }
  }

  private func check(_ answer: Answer) throws {
    guard answer == expected else { throw InputError("\(answer), expected \(expected)") }
  }

  /// Ends the process where `body` throws: the tool goes on after an error and exits with 0.
  private static func orTrap<Result>(_ body: () throws -> Result) -> Result {
    do { return try body() } catch { fatalError("\(error)") }
  }
}
