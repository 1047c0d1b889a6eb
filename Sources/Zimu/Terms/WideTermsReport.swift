/// The frequency table of a selection, with the numbers of each row in each group.
public struct WideTermsReport: Sendable {
  /// The numbers of one term in one group.
  public struct Cell: Hashable, Sendable {
    /// The number of occurrences in the group.
    public let count: Int
    /// The relative frequency: the number of occurrences per million words of the group.
    public let perMillion: Double
    /// The document frequency: the number of episodes of the group that have the term.
    public let episodes: Int
  }

  /// The frequency table of all groups together.
  public let total: TermsReport
  /// The labels of the groups that have words, in ascending order by code point.
  public let labels: [String]
  /// The cells: for each row of `total`, one cell per label.
  public let cells: [[Cell]]
}

extension WideTermsReport.Cell {
  /// - Parameter words: all words of the group.
  init(_ found: (count: Int, episodes: Int)?, of words: Int) {
    (count, episodes) = found ?? (0, 0)
    perMillion = words == 0 ? 0 : Double(count) / Double(words) * 1e6
  }
}
