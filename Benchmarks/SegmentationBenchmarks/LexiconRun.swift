import Benchmark
import BenchmarkInputs
import BenchmarkRuns
import WordSegmentation
import Zimu

/// Compiles lexicons from ICU's data.
enum LexiconRun {
  static func register() {
    for form in Lexicon.Form.allCases {
      Benchmark("compile lexicon, \(form)", configuration: .lexicons) { _, expected in
        orTrap { try compile(form, expected) }
      } setup: {
        orTrap { try Lexicon.shared(form).wordCount }
      }
    }
  }

  private static func compile(_ form: Lexicon.Form, _ expected: Int) throws {
    let words = try Lexicon.compile(form).wordCount
    guard words == expected else { throw InputError("\(words) words, expected \(expected)") }
  }
}

extension Benchmark.Configuration {
  fileprivate static var lexicons: Benchmark.Configuration {
    .init(
      metrics: [.wallClock, .peakMemoryResident], timeUnits: .milliseconds,
      maxDuration: .seconds(5))
  }
}
