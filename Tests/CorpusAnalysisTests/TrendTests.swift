import TestSupport
import Testing

@testable import CorpusAnalysis

@Suite struct TrendTests {
  /// The exact probability is the share of all orders of the values with an S as large.
  @Test func shortSeriesAreExact() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<40 {
      let count = Int.random(in: 4...6, using: &random)
      let series = (0..<count).map { _ in Double(Int.random(in: 0...3, using: &random)) }
      let found = MannKendall(series)
      let all = Self.orders(series).map { MannKendall($0).statistic }
      let extreme = all.count { abs($0) >= abs(found.statistic) }
      #expect(abs(found.probability! - Double(extreme) / Double(all.count)) < 1e-12)
    }
  }

  private static func orders(_ values: [Double]) -> [[Double]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  /// Kendall's tables: of four values in order one order in 24 rises, and one falls.
  @Test func smallSeriesByHand() {
    let rising = MannKendall([1, 2, 4, 8])
    #expect(rising.statistic == 6 && abs(rising.probability! - 2.0 / 24) < 1e-12)
    // Slopes 1, 3/2, 7/3, 2, 3, 4.
    #expect(abs(MannKendall.slope([1, 2, 4, 8]) - (2 + 7.0 / 3) / 2) < 1e-12)
    #expect(MannKendall([1, 2, 3]).probability == nil)
    #expect(MannKendall([5, 5, 5, 5]).probability == 1)
    #expect(MannKendall.slope([]) == 0)
  }

  /// By hand: n = 10 in order, S = 45, Var = 125, Z = 44 / √125 = 3.9355, p = 0.0000830.
  @Test func longSeriesAreApproximated() {
    let found = MannKendall((1...10).map(Double.init))
    #expect(found.statistic == 45 && abs(found.probability! - 0.0000830) < 1e-7)
    // Two of ten are equal: S = 44, Var = (10 · 9 · 25 − 2 · 1 · 9) / 18 = 124, Z = 43 / √124 = 3.8615.
    let tied = MannKendall([1, 1, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(tied.statistic == 44 && abs(tied.probability! - 0.0001127) < 1e-7)
  }

  @Test func missingValuesKeepTheirTime() {
    let steps: [Double?] = [1, nil, 3, nil, nil, 6, 7]
    #expect(MannKendall(steps).statistic == 6 && MannKendall.slope(steps) == 1)
  }

  @Test func periodsHaveNoGaps() {
    #expect(
      Periods(from: ["2024-11", "", "2025-02", "2024"], by: .month).labels
        == ["2024-11", "2024-12", "2025-01", "2025-02"])
    #expect(
      Periods(from: ["2023-Q4", "2024-Q2"], by: .quarter).labels == [
        "2023-Q4", "2024-Q1", "2024-Q2",
      ])
    #expect(Periods(from: ["2021", "2023"], by: .year).labels == ["2021", "2022", "2023"])
    #expect(Periods(from: [""], by: .year).labels.isEmpty)
    // A month that only a year is known of is in no month.
    #expect(Periods(from: ["2024-13"], by: .month).labels.isEmpty)
  }
}
