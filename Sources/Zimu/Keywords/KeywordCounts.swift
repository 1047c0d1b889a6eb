/// How often keywords stand in each group of episodes.
public struct KeywordCounts: Sendable {
  public struct Cell: Hashable, Sendable {
    public internal(set) var count = 0
    /// Episodes of the group that have it.
    public internal(set) var episodes = 0

    /// The occurrences in a million words; `nil` where there are none.
    public func perMillion(of words: Int) -> Double? {
      words == 0 ? nil : Double(count) / Double(words) * 1e6
    }
  }

  /// In order of their labels by code point; one without a label for `total`.
  public let groups: [String]
  /// All words of each group.
  public let wordCounts: [Int]
  /// As they were given.
  public let keywords: [String]
  /// Keywords, by number, that have a spelling without a letter, digit or character of a word: they
  /// cannot be counted.
  public internal(set) var rejected: Set<Int> = []
  /// For each group a cell for each keyword.
  public internal(set) var cells: [[Cell]]
}
