import InvertedIndex

extension TranscriptIndex {
  /// Returns the episodes that a filter selects, wholly or in part, in the order of their paths.
  ///
  /// - Parameter selection: the filter, such as `show:indigo AND date:2024-01..2024-06`; `nil` selects
  ///   everything.
  /// - Throws: `ZimuError` with the code `invalidQuery` or `indexDamaged`.
  /// - Complexity: O(episodes); O(cues) for a filter on times.
  public func episodes(where selection: String?) throws(ZimuError) -> [Episode] {
    try translatingErrors {
      let filter = try filter(selection)
      return try episodes.filter { try filter.includesAny(of: $0.position) }
    }
  }
}
