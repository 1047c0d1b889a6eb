import Benchmark
import BenchmarkInputs
import BenchmarkRuns

/// Registers both engines on every sample, cue by cue and in whole episodes; on Han alone, in one line and
/// in short ones; by one thread and by two; and what it takes to compile a lexicon.
let benchmarks: @Sendable () -> Void = {
  for sample in TextSample.all {
    for cut in TextCut.allCases {
      let name = "\(sample.name), \(cut)"
      TextRun<WordEngine<CompiledWords>>.register(name) { try TextInput(sample, cut) }
      TextRun<WordEngine<ICUWords>>.register(name) { try TextInput(sample, cut) }
    }
  }
  for sample in TextSample.unsorted {
    for cut in HanCut.allCases {
      let name = "\(sample.name) Han, \(cut.rawValue)"
      TextRun<WordEngine<CompiledWords>>.register(name) { try TextInput(sample, cut) }
      TextRun<WordEngine<ICUWords>>.register(name) { try TextInput(sample, cut) }
    }
  }
  for threads in 1...2 {
    let name = "\(TextSample.corpus.name), cues, threads \(threads)"
    ThreadRun<CompiledWords>.register(name, threads: threads)
    ThreadRun<ICUWords>.register(name, threads: threads)
  }
  LexiconRun.register()
}
