#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The trend test of Mann (1945) and Kendall (1975): whether a series rises or falls.
public struct MannKendall: Hashable, Sendable {
  /// The minimum number of values for a test: 4.
  public static let shortest = 4
  /// Shorter series have an exact probability, longer ones the normal approximation.
  static let exactBelow = 10

  /// The statistic S: the number of pairs of values that rise minus the number of pairs that fall.
  public let statistic: Int
  /// The two-sided p-value of S; `nil` if the series is too short.
  ///
  /// It is exact for fewer than 10 values and a normal approximation with correction for ties otherwise.
  public let probability: Double?

  /// Tests a series.
  ///
  /// - Parameter steps: the values at equal distances in time; `nil` for a missing value.
  /// - Complexity: O(n²).
  public init(_ steps: [Double?]) {
    let known = Self.known(steps)
    var statistic = 0
    for last in known.indices {
      for first in 0..<last {
        let difference = known[last].value - known[first].value
        statistic += difference > 0 ? 1 : difference < 0 ? -1 : 0
      }
    }
    self.statistic = statistic
    let series = known.map(\.value)
    let ties = Dictionary(grouping: series, by: \.self).values.map(\.count)
    if series.count < Self.shortest {
      probability = nil
    } else if series.count < Self.exactBelow {
      probability = Self.exact(abs(statistic), ties)
    } else {
      probability = Self.normal(statistic, series.count, ties)
    }
  }

  private static func known(_ steps: [Double?]) -> [(step: Int, value: Double)] {
    steps.enumerated().compactMap { step, value in value.map { (step, $0) } }
  }

  /// Returns Sen's slope: the median of the slopes of all pairs of values, per step (Sen 1968).
  ///
  /// - Parameter steps: the values at equal distances in time; `nil` for a missing value.
  /// - Returns: the slope; 0 for fewer than two values.
  /// - Complexity: O(n² log n).
  public static func slope(_ steps: [Double?]) -> Double {
    let known = known(steps)
    var slopes: [Double] = []
    for last in known.indices {
      for first in 0..<last {
        let difference = known[last].value - known[first].value
        slopes.append(difference / Double(known[last].step - known[first].step))
      }
    }
    return median(slopes)
  }

  private static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    // Most words stand in few periods: then most slopes are 0, and need no sorting.
    let negative = values.count { $0 < 0 }
    let positive = values.count { $0 > 0 }
    if 2 * max(negative, positive) < values.count { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Var = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18, Z = (S ∓ 1) / √Var.
  private static func normal(_ statistic: Int, _ count: Int, _ ties: [Int]) -> Double {
    func part(_ n: Int) -> Double { Double(n * (n - 1) * (2 * n + 5)) }
    let variance = (part(count) - ties.reduce(0) { $0 + part($1) }) / 18
    guard variance > 0 else { return 1 }
    let z = Double(max(0, abs(statistic) - 1)) / variance.squareRoot()
    return erfc(z / 2.0.squareRoot())
  }

  /// By all orders of the values: how many have so many inversions is a coefficient of the
  /// q-multinomial.
  private static func exact(_ statistic: Int, _ ties: [Int]) -> Double {
    var (orders, placed) = ([1.0], 0)
    for tie in ties {
      placed += tie
      orders = product(orders, gaussian(placed, tie))
    }
    // S is the pairs that are no ties, less twice the inversions.
    let pairs = orders.count - 1
    var extreme = 0.0
    for (inversions, count) in orders.enumerated() where abs(pairs - 2 * inversions) >= statistic {
      extreme += count
    }
    return extreme / orders.reduce(0, +)
  }

  /// The Gaussian binomial of n and k: by inversions, the ways to place k equal values among n.
  private static func gaussian(_ n: Int, _ k: Int) -> [Double] {
    if k == 0 || k == n { return [1] }
    // [n, k] = [n − 1, k − 1] + q^k [n − 1, k].
    let (first, second) = (gaussian(n - 1, k - 1), gaussian(n - 1, k))
    var sum = [Double](repeating: 0, count: max(first.count, second.count + k))
    for (power, value) in first.enumerated() { sum[power] += value }
    for (power, value) in second.enumerated() { sum[power + k] += value }
    return sum
  }

  private static func product(_ first: [Double], _ second: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: first.count + second.count - 1)
    for (power, value) in first.enumerated() {
      for (other, factor) in second.enumerated() { product[power + other] += value * factor }
    }
    return product
  }
}
