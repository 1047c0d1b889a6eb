public import CorpusAnalysis

/// The counts of what a query finds in each group.
public struct SearchCounts: Sendable {
  /// The counts of one group.
  public struct Row: Hashable, Sendable {
    /// The label of the group. It is empty for `Grouping.total` and for an unknown date, show or speaker.
    public let label: String
    /// The number of occurrences of the query's terms.
    public internal(set) var count = 0
    /// The number of occurrences in repeated cues, by the kind of repetition; `count` includes them.
    public internal(set) var repeatedCounts: [Repetition: Int] = [:]
    /// The number of cues in which at least one occurrence begins.
    public internal(set) var cues = 0
    /// The number of episodes of the group that match the query.
    public internal(set) var episodes = 0
    /// The number of selected words in the group.
    public internal(set) var wordCount = 0

    /// The relative frequency: the number of occurrences per million words of the group; `nil` if it has no
    /// words.
    public var perMillion: Double? {
      wordCount == 0 ? nil : Double(count) / Double(wordCount) * 1e6
    }
  }

  /// The groups with matches, in ascending order by code point. For `Grouping.total` there is always one row.
  public let rows: [Row]
  /// The kinds of repetition that the index has and that rows count separately.
  public let repetitions: [Repetition]
}
