public import CorpusAnalysis

/// How much a query finds in each group.
public struct SearchCounts: Sendable {
  public struct Row: Hashable, Sendable {
    /// Empty for everything, and for what has no date or speaker.
    public let group: String
    /// Occurrences of what the query looks for.
    public internal(set) var count = 0
    /// Of these, occurrences in cues that repeat others, by why these do.
    public internal(set) var repeatedCounts: [Repetition: Int] = [:]
    /// Cues in which at least one begins.
    public internal(set) var cues = 0
    /// Episodes of the group that fit the query.
    public internal(set) var episodes = 0
    /// All words of the group that are selected.
    public internal(set) var wordCount = 0

    /// The occurrences in a million words; `nil` where there are none.
    public var perMillion: Double? {
      wordCount == 0 ? nil : Double(count) / Double(wordCount) * 1e6
    }
  }

  /// In order of the groups by code point; a single one without groups.
  public let rows: [Row]
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]
}
