/// The most frequent terms over all groups, with their counts in each.
public struct WideTermsReport: Sendable {
  /// Over all groups.
  public let total: TermsReport
  public let labels: [String]
  /// Of each row of the total its count in each group.
  public let counts: [[Int]]
}
