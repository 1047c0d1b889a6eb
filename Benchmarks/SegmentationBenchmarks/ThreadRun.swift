import Benchmark
import BenchmarkInputs
import BenchmarkRuns
import Dispatch
import Synchronization
import Zimu

/// One engine a thread, each driven over all cues of the corpus some times.
enum ThreadRun<Source: WordSource> {
  private static var passes: Int { 20 }

  static func register(_ name: String, threads: Int) {
    Benchmark("\(Source.name), \(name)", configuration: .texts) { benchmark, input in
      orTrap { try measure(benchmark, input, threads) }
    } setup: {
      orTrap { try TextInput(TextSample.corpus, .cues) }
    }
  }

  /// Reports the speed of all threads together, and checks that each found the same words.
  private static func measure(
    _ benchmark: Benchmark, _ input: TextInput, _ threads: Int
  ) throws {
    let found = Mutex<[Int]>([])
    let engines = try (0..<threads).map { _ in Engine(try WordEngine<Source>()) }
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let words = orTrap { try engines[thread].words(input.texts, passes: passes) }
      found.withLock { $0.append(words) }
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    let (bytes, characters) = (
      threads * passes * input.bytes, threads * passes * input.characters
    )
    benchmark.measurement(.textRate, Int(Double(bytes) / seconds / 1000))
    benchmark.measurement(.characterTime, Int(seconds * 1e12 / Double(characters)))
    let expected = passes * (try WordEngine<Source>.naiveAnswer(input.parts).count)
    guard found.withLock({ $0 == Array(repeating: expected, count: threads) }) else {
      throw InputError("threads found other words")
    }
  }

  /// An engine that one thread uses.
  private struct Engine: @unchecked Sendable {
    let engine: WordEngine<Source>

    init(_ engine: WordEngine<Source>) { self.engine = engine }

    func words(_ texts: [[UInt8]], passes: Int) throws -> Int {
      var words = 0
      for _ in 0..<passes {
        for text in texts { words += try engine.work(on: text).count }
      }
      return words
    }
  }
}
