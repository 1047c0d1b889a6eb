import InvertedIndex

extension TranscriptIndex {
  /// The numbers of the episodes that a filter on fields selects, wholly or in part.
  ///
  /// - Throws: `QueryError` for a selection that does not parse.
  public func episodes(where selection: String?) throws -> [Int] {
    let filter = try filter(selection)
    return try episodes.indices.filter { try filter.includesAny(of: $0) }
  }
}
