import Benchmark
import BenchmarkInputs
import BenchmarkRuns

/// Registers the search form and simplified characters on every sample, cue by cue and in whole episodes.
let benchmarks: @Sendable () -> Void = {
  for sample in TextSample.all {
    for cut in TextCut.allCases {
      let name = "\(sample.name), \(cut)"
      TextRun<SearchFormEngine>.register(name) { try TextInput(sample, cut) }
      TextRun<SimplifiedEngine>.register(name) { try TextInput(sample, cut) }
    }
  }
}
