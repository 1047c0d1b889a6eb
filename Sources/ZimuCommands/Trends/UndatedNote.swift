import Zimu

/// Says what stands in the group of periods that has no name.
enum UndatedNote {
  /// - Parameters:
  ///   - labels: of the groups that are shown.
  ///   - isWide: whether groups are columns.
  /// - Returns: a line for the foot of a table; none where every group has a name.
  static func foot(_ labels: some Sequence<String>, by grouping: Grouping, isWide: Bool = false)
    -> [String]
  {
    guard labels.contains("") else { return [] }
    let subject = isWide ? "Column (none)" : "Rows without a group"
    if case .part = grouping { return ["\(subject): cues without times."] }
    guard grouping.isPeriod else { return [] }
    return ["\(subject): episodes with no date, or with one less precise than a \(grouping)."]
  }
}
