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
  /// What an occurrence counts that begins or ends inside of a word; others count 1.
  public static let innerWeight = 0.5

  private let episodeCount: Double
  private let meanLength: Double

  /// - Parameters:
  ///   - episodes: how many there are.
  ///   - words: how many words all of them have.
  public init(episodes: Int, words: Int) {
    episodeCount = Double(episodes)
    meanLength = max(1, Double(words) / max(1, Double(episodes)))
  }

  /// How much it says that an episode has a clause which so many have.
  public func idf(episodes: Int) -> Double {
    log(1 + (episodeCount - Double(episodes) + 0.5) / (Double(episodes) + 0.5))
  }

  /// What is added to the frequency for an episode of a length in words.
  @inline(__always)
  public func norm(length: Int) -> Double {
    Self.k1 * (1 - Self.b + Self.b * Double(length) / meanLength)
  }

  /// The score that one clause of a query adds to an episode's.
  ///
  /// - Parameters:
  ///   - frequency: the clause's occurrences in the episode, weighed.
  ///   - length: the episode's length in words.
  ///   - idf: of the clause.
  @inline(__always)
  public func score(frequency: Double, length: Int, idf: Double) -> Double {
    Self.score(frequency: frequency, norm: norm(length: length), idf: idf)
  }

  /// The same, by the norm of the episode's length.
  @inline(__always)
  static func score(frequency: Double, norm: Double, idf: Double) -> Double {
    idf * frequency * (k1 + 1) / (frequency + norm)
  }

  /// What so many occurrences weigh, of which some have both ends on ends of words.
  @inline(__always)
  public static func frequency(count: Int, wordAligned: Int) -> Double {
    Double(wordAligned) + innerWeight * Double(count - wordAligned)
  }
}
