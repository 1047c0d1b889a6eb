import Testing

@testable import CorpusAnalysis

/// Statistics against published numbers, and by hand.
@Suite struct KeynessTests {
  /// Kilgarriff's example: 35 in 112,289,776 words against 263 in 1,559,716,979.
  @Test func simpleMathsIsThePublishedNumber() {
    let keyness = Keyness(count: 35, of: 112_289_776, reference: 263, of: 1_559_716_979)
    #expect(FourDecimals.of(keyness.simpleMaths) == "1.1224")
  }

  /// The cells (1, 3, 3, 1): χ² .5 with Yates's correction, p .48.
  @Test func chiSquaredIsThePublishedNumber() {
    let keyness = Keyness(count: 1, of: 4, reference: 3, of: 4)
    #expect(abs(keyness.chiSquared - 0.5) < 1e-12)
    #expect(abs(Keyness.probability(0.5) - 0.4795) < 1e-4)
    #expect(Keyness(count: 0, of: 0, reference: 0, of: 0).chiSquared == 0)
  }

  /// By hand: E₁ = 100 · 30 / 300 = 10, E₂ = 20, G² = 2 (20 ln 2 + 10 ln ½).
  @Test func logLikelihoodIsOfTwoCells() {
    let keyness = Keyness(count: 20, of: 100, reference: 10, of: 200)
    #expect(abs(keyness.logLikelihood - 20 * 0.6931471805599453) < 1e-9)
    #expect(abs(keyness.logRatio - 2) < 1e-12)
    #expect(Keyness(count: 5, of: 100, reference: 10, of: 200).logLikelihood == 0)
    // A count of 0 is taken as one half: log₂ ((1 / 100) / (½ / 200)).
    #expect(abs(Keyness(count: 1, of: 100, reference: 0, of: 200).logRatio - 2) < 1e-12)
  }

  /// The quantiles of χ² with one degree of freedom.
  @Test(arguments: [(3.841459, 0.05), (6.634897, 0.01), (10.827566, 0.001), (0, 1)])
  func probabilitiesAreThoseOfTables(statistic: Double, probability: Double) {
    #expect(abs(Keyness.probability(statistic) - probability) < 1e-7)
  }

  /// By hand: p · n / rank, never larger than that of the next one.
  @Test func manyTestsAreCorrected() {
    let adjusted = Keyness.adjusted([0.01, 0.04, 0.03, 0.005])
    for (found, expected) in zip(adjusted, [0.02, 0.04, 0.04, 0.02]) {
      #expect(abs(found - expected) < 1e-12)
    }
    #expect(Keyness.adjusted([]).isEmpty && Keyness.adjusted([0.3]) == [0.3])
  }
}

private enum FourDecimals {
  static func of(_ value: Double) -> String { String((value * 1e4).rounded() / 1e4) }
}
