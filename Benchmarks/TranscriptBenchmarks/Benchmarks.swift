import Benchmark
import BenchmarkInputs
import BenchmarkRuns
import Zimu

/// Registers the reader of every format on the files of the corpus that have it.
let benchmarks: @Sendable () -> Void = {
  for format in TranscriptSample.formats {
    Benchmark("read \(format)", configuration: .texts) { benchmark, sample in
      orTrap { try sample.measure(benchmark) }
    } setup: {
      orTrap { try TranscriptSample(format) }
    }
  }
}
