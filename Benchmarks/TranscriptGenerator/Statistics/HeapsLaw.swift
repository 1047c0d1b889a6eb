#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many distinct words a text of n words has: K nᵝ (Heaps, 1978).
public struct HeapsLaw: Hashable, Sendable {
  /// K.
  public let factor: Double
  /// β.
  public let exponent: Double

  public init(factor: Double, exponent: Double) {
    (self.factor, self.exponent) = (factor, exponent)
  }

  /// The line through counts of distinct words at some lengths, by least squares of logarithms.
  ///
  /// - Precondition: two lengths or more.
  public init(fitting points: [(words: Int, distinct: Double)]) {
    let x = points.map { log(Double($0.words)) }
    let y = points.map { log($0.distinct) }
    let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let variance = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    exponent = covariance / variance
    factor = exp(meanY - covariance / variance * meanX)
  }

  /// The distinct words of a text of so many words.
  public func distinct(after words: Int) -> Double { factor * pow(Double(words), exponent) }
}
