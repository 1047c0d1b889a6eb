#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much more, or less, often a term stands in one corpus than in another.
public struct Keyness: Hashable, Sendable {
  /// Occurrences in the target and in the reference.
  public let count: Int
  public let referenceCount: Int
  /// All words of the two.
  public let wordCount: Int
  public let referenceWordCount: Int

  public init(count: Int, of wordCount: Int, reference: Int, of referenceWordCount: Int) {
    (self.count, self.wordCount) = (count, wordCount)
    (referenceCount, self.referenceWordCount) = (reference, referenceWordCount)
  }

  public var perMillion: Double { Self.rate(count, wordCount) }
  public var referencePerMillion: Double { Self.rate(referenceCount, referenceWordCount) }

  private static func rate(_ count: Int, _ words: Int) -> Double {
    words == 0 ? 0 : Double(count) / Double(words) * 1e6
  }

  /// The evidence for a difference: log-likelihood G² of two cells (Rayson and Garside, "Comparing
  /// corpora using frequency profiling", 2000): 2 (a ln(a / E₁) + b ln(b / E₂)).
  public var logLikelihood: Double {
    let share = Double(count + referenceCount) / Double(wordCount + referenceWordCount)
    func part(_ observed: Int, _ words: Int) -> Double {
      observed == 0 ? 0 : Double(observed) * log(Double(observed) / (Double(words) * share))
    }
    return max(0, 2 * (part(count, wordCount) + part(referenceCount, referenceWordCount)))
  }

  /// The size of the difference: log₂ of the ratio of the rates, a count of 0 taken as ½ (Hardie, "Log
  /// Ratio", 2014).
  public var logRatio: Double {
    func rate(_ count: Int, _ words: Int) -> Double {
      (count == 0 ? 0.5 : Double(count)) / Double(max(words, 1))
    }
    return log2(rate(count, wordCount) / rate(referenceCount, referenceWordCount))
  }

  /// χ² of the four cells – the term and all other words, in both – with Yates's correction.
  public var chiSquared: Double {
    let (a, b) = (Double(count), Double(referenceCount))
    let (c, d) = (Double(wordCount) - a, Double(referenceWordCount) - b)
    let total = a + b + c + d
    let margins = (a + b) * (c + d) * (a + c) * (b + d)
    guard margins > 0 else { return 0 }
    let difference = max(0, abs(a * d - b * c) - total / 2)
    return total * difference * difference / margins
  }

  /// (fpm₁ + 1) / (fpm₂ + 1) of the rates a million words (Kilgarriff, "Simple maths for keywords",
  /// 2009, with k = 1).
  public var simpleMaths: Double { (perMillion + 1) / (referencePerMillion + 1) }

  /// The probability of a statistic as large as this by chance, by χ² with one degree of freedom.
  public static func probability(_ statistic: Double) -> Double {
    erfc((max(0, statistic) / 2).squareRoot())
  }

  /// Probabilities of many tests, corrected so that of those below q no more than the share q is
  /// expected to be chance (Benjamini and Hochberg 1995).
  ///
  /// - Complexity: O(n log n).
  public static func adjusted(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    var adjusted = probabilities
    for (place, value) in Self.adjusted(ascending: order.map { probabilities[$0] }).enumerated() {
      adjusted[order[place]] = value
    }
    return adjusted
  }

  /// The same of probabilities that ascend: p · n / rank, never larger than that of the next one.
  static func adjusted(ascending probabilities: [Double]) -> [Double] {
    var adjusted = probabilities
    var least = 1.0
    for index in probabilities.indices.reversed() {
      least = min(least, probabilities[index] * Double(probabilities.count) / Double(index + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
