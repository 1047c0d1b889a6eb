public import Benchmark

extension BenchmarkMetric {
  /// Thousands of bytes of UTF-8 a second: the tool prints whole numbers, too coarse for MB/s.
  public static var textRate: BenchmarkMetric {
    .custom("Text (UTF-8 kB/s)", polarity: .prefersLarger, useScalingFactor: false)
  }

  /// Picoseconds for a code point: nanoseconds are too coarse likewise.
  public static var characterTime: BenchmarkMetric {
    .custom("Character (ps)", polarity: .prefersSmaller, useScalingFactor: false)
  }
}

extension Benchmark.Configuration {
  /// What is measured of every engine that works on texts.
  public static var texts: Benchmark.Configuration {
    .init(
      metrics: [.textRate, .characterTime, .wallClock, .peakMemoryResident],
      timeUnits: .microseconds, units: [.textRate: .count, .characterTime: .count],
      maxDuration: .seconds(5))
  }
}
