import Benchmark
import BenchmarkInputs

/// Registers every engine on every sample, cue by cue and in whole episodes; engines for words on
/// Han alone, in one line and in short ones; and what it takes to compile a lexicon.
let benchmarks: @Sendable () -> Void = {
  for sample in TextSample.all {
    for cut in TextCut.allCases {
      let name = "\(sample.name), \(cut)"
      TextRun<WordEngine<CompiledWords>>.register(name) { try TextInput(sample, cut) }
      TextRun<WordEngine<ICUWords>>.register(name) { try TextInput(sample, cut) }
      TextRun<SearchFormEngine>.register(name) { try TextInput(sample, cut) }
    }
  }
  for sample in TextSample.unsorted {
    for cut in HanCut.allCases {
      let name = "\(sample.name) Han, \(cut.rawValue)"
      TextRun<WordEngine<CompiledWords>>.register(name) { try TextInput(sample, cut) }
      TextRun<WordEngine<ICUWords>>.register(name) { try TextInput(sample, cut) }
    }
  }
  LexiconRun.register()
}
