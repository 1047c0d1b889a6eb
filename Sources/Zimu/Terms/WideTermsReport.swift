/// The most frequent terms over all groups, with what each group has of them.
public struct WideTermsReport: Sendable {
  public struct Cell: Hashable, Sendable {
    public let count: Int
    /// Count in a million words of the group.
    public let perMillion: Double
    /// Episodes of the group that have the term.
    public let episodes: Int
  }

  /// Over all groups.
  public let total: TermsReport
  /// The groups that have words.
  public let labels: [String]
  /// For each row of the total a cell for each group.
  public let cells: [[Cell]]
}

extension WideTermsReport.Cell {
  /// - Parameter words: all words of the group.
  init(_ found: (count: Int, episodes: Int)?, of words: Int) {
    (count, episodes) = found ?? (0, 0)
    perMillion = words == 0 ? 0 : Double(count) / Double(words) * 1e6
  }
}
