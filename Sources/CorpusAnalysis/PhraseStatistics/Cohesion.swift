#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much more often two parts stand side by side than chance would have it.
public struct Cohesion: Hashable, Sendable {
  /// How often the one follows the other, how often each stands anywhere, and all words.
  public let together, first, second, words: Int

  public init(together: Int, first: Int, second: Int, words: Int) {
    (self.together, self.first, self.second, self.words) = (together, first, second, words)
  }

  private var expected: Double { Double(first) * Double(second) / Double(words) }

  /// Log-likelihood G² of four cells, 2 Σ O ln(O / E) (Dunning, "Accurate methods for the statistics of
  /// surprise and coincidence", 1993).
  public var logLikelihood: Double {
    let (n, a, b) = (Double(words), Double(first), Double(second))
    func cell(_ observed: Int, _ expected: Double) -> Double {
      observed <= 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    let sum =
      cell(together, expected) + cell(first - together, a * (n - b) / n)
      + cell(second - together, (n - a) * b / n)
      + cell(words - first - second + together, (n - a) * (n - b) / n)
    return max(0, 2 * sum)
  }

  /// Pointwise mutual information, log₂(O / E) (Church and Hanks, "Word association norms, mutual
  /// information, and lexicography", 1990).
  public var pmi: Double { log2(Double(together) / expected) }

  /// Normalised pointwise mutual information, log₂(O / E) / −log₂(O / N), from −1 to 1 (Bouma,
  /// "Normalized (pointwise) mutual information in collocation extraction", 2009).
  public var npmi: Double {
    let share = Double(together) / Double(words)
    guard together > 0 else { return -1 }
    guard share < 1 else { return 1 }
    return pmi / -log2(share)
  }
}
