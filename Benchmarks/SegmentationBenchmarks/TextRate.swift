import Benchmark

extension BenchmarkMetric {
  /// Bytes of UTF-8 a second; shown in millions, which is MB/s.
  static var textRate: BenchmarkMetric {
    .custom("Text (UTF-8 bytes/s)", polarity: .prefersLarger, useScalingFactor: false)
  }
}

extension Benchmark.Configuration {
  /// What is measured of every engine that works on texts.
  static var texts: Benchmark.Configuration {
    .init(
      metrics: [.textRate, .wallClock, .peakMemoryResident], units: [.textRate: .mega],
      maxDuration: .seconds(3))
  }
}
