#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ranking function Okapi BM25, with the idf that never turns negative.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009);
/// k₁ 1.2, b 0.75, idf ln(1 + (N − df + 0.5) / (df + 0.5)).
public struct BM25: Hashable, Sendable {
  public static let k1 = 1.2
  public static let b = 0.75

  private let episodeCount: Double
  private let meanLength: Double

  /// - Parameter lengths: the length of every episode, in words.
  public init(lengths: [Int]) {
    episodeCount = Double(lengths.count)
    meanLength = Double(lengths.reduce(0, +)) / max(1, Double(lengths.count))
  }

  /// The score that one unit of a query adds to an episode's.
  ///
  /// - Parameters:
  ///   - frequency: the unit's occurrences in the episode.
  ///   - length: the episode's length in words.
  ///   - episodes: the episodes in which the unit occurs.
  public func score(frequency: Int, length: Int, episodes: Int) -> Double {
    let frequency = Double(frequency)
    let idf = log(1 + (episodeCount - Double(episodes) + 0.5) / (Double(episodes) + 0.5))
    let norm = 1 - Self.b + Self.b * Double(length) / max(meanLength, 1)
    return idf * frequency * (Self.k1 + 1) / (frequency + Self.k1 * norm)
  }
}
