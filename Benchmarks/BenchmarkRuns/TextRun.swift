import Benchmark
public import BenchmarkInputs

/// One engine driven over all texts of an input, and the answer that each run must give.
public final class TextRun<Engine: TextEngine> {
  private let texts: [[UInt8]]
  /// UTF-8 bytes of all texts.
  private let bytes: Int
  /// Code points of all texts.
  private let characters: Int
  private let engine: Engine
  private let expected: Answer

  public init(_ input: TextInput) throws {
    texts = input.texts
    bytes = input.bytes
    characters = input.characters
    engine = try Engine()
    expected = try Engine.naiveAnswer(input.parts) + Engine.newline * input.newlines
    // Here too, since the tool hides what measured runs print if it shows no progress.
    try check(workOnAll())
  }

  /// - Parameter input: read when the benchmark runs.
  public static func register(_ name: String, input: @escaping @Sendable () throws -> TextInput) {
    Benchmark("\(Engine.name), \(name)", configuration: .texts) { benchmark, run in
      orTrap { try run.measure(benchmark) }
    } setup: {
      orTrap { try TextRun(input()) }
    }
  }

  /// Works on every text once, reports the speed and checks the answer.
  private func measure(_ benchmark: Benchmark) throws {
    let start = ContinuousClock.now
    let answer = try workOnAll()
    let seconds = start.duration(to: .now) / .seconds(1)
    benchmark.measurement(.textRate, Int(Double(bytes) / seconds / 1000))
    benchmark.measurement(.characterTime, Int(seconds * 1e12 / Double(characters)))
    try check(answer)
  }

  private func workOnAll() throws -> Answer {
    try texts.reduce(Answer()) { $0 + (try engine.work(on: $1)) }
  }

  private func check(_ answer: Answer) throws {
    guard answer == expected else { throw InputError("\(answer), expected \(expected)") }
  }
}
