import Benchmark
import BenchmarkInputs
import BenchmarkRuns
import Zimu

/// Registers indexing by one core and by two, and questions to the index.
let benchmarks: @Sendable () -> Void = {
  for jobs in 1...2 {
    Benchmark("index \(SampleIndex.episodes) episodes, jobs \(jobs)", configuration: .texts) {
      benchmark, words in
      orTrap { try index(benchmark, jobs: jobs, expecting: words) }
    } setup: {
      orTrap { try SampleIndex.build(jobs: 1).words }
    } teardown: {
      SampleIndex.removeAll()
    }
  }
  for task in IndexTask.all {
    Benchmark(task.name, configuration: .questions) { _, input in
      orTrap { try ask(task, input) }
    } setup: {
      orTrap { () -> (TranscriptIndex, Int) in
        let index = try SampleIndex.open()
        let answer = try task.answer(index)
        guard answer > 0 else { throw InputError("\(task.name) finds nothing") }
        return (index, answer)
      }
    } teardown: {
      SampleIndex.removeAll()
    }
  }
}

private func index(_ benchmark: Benchmark, jobs: Int, expecting words: Int) throws {
  let summary = try SampleIndex.build(jobs: jobs)
  benchmark.measurement(.textRate, Int(summary.megabytesPerSecond * 1000))
  guard summary.readWords == words else { throw InputError("\(summary.readWords) words") }
}

private func ask(_ task: IndexTask, _ input: (TranscriptIndex, Int)) throws {
  let answer = try task.answer(input.0)
  guard answer == input.1 else { throw InputError("\(task.name): \(answer), not \(input.1)") }
}

extension Benchmark.Configuration {
  fileprivate static var questions: Benchmark.Configuration {
    .init(
      metrics: [.wallClock, .peakMemoryResident], timeUnits: .microseconds,
      maxDuration: .seconds(5))
  }
}
