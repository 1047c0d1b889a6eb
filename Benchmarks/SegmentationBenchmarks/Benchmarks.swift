import Benchmark
import BenchmarkInputs

/// Registers every engine on every sample, cue by cue and in whole episodes.
let benchmarks: @Sendable () -> Void = {
  for sample in TextSample.all {
    for cut in TextCut.allCases {
      TextRun<WordEngine>.register(sample, cut)
      TextRun<SearchFormEngine>.register(sample, cut)
    }
  }
}
