/// The exact counts of given keywords in each group of episodes.
public struct KeywordCounts: Sendable {
  /// The counts of one keyword in one group.
  public struct Cell: Hashable, Sendable {
    /// The number of occurrences in the group.
    public internal(set) var count = 0
    /// The document frequency: the number of episodes of the group that have the keyword.
    public internal(set) var episodes = 0

    /// Returns the relative frequency, per million words; `nil` if there are no words.
    ///
    /// - Parameter words: the number of words of the group; see `wordCounts`.
    public func perMillion(of words: Int) -> Double? {
      words == 0 ? nil : Double(count) / Double(words) * 1e6
    }
  }

  /// The labels of the groups, in ascending order by code point. For `Grouping.total` there is one empty
  /// label.
  public let labels: [String]
  /// The number of words of each group.
  public let wordCounts: [Int]
  /// The labels of the keywords, as they were given.
  public let keywords: [String]
  /// The offsets of keywords that cannot be counted: one of their spellings has no letter, digit or Han
  /// character.
  public internal(set) var rejected: Set<Int> = []
  /// The cells: for each group, one cell per keyword.
  public internal(set) var cells: [[Cell]]
}
