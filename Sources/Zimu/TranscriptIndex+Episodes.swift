import InvertedIndex

extension TranscriptIndex {
  /// The numbers of the episodes that a filter on fields selects, wholly or in part.
  ///
  /// - Throws: `QueryError` for a selection that does not parse.
  public func episodes(where selection: String?) throws -> [Int] {
    let filter = try filter(selection)
    return try episodes.indices.filter { try filter.includesAny(of: $0) }
  }

  /// The number of one episode.
  ///
  /// - Parameter name: a path, a name as `names` has it, or `id:` and an `EpisodeID`.
  /// - Throws: `ZimuError` if there is none, or more than one.
  public func episode(named name: String) throws -> Int {
    let paths = try episodes.map(\.path)
    let found = try NamedEpisodes(paths).paths(of: name)
    guard found.count == 1 else {
      throw ZimuError(.ambiguousEpisode(name: name, paths: found.sorted().map(\.description)))
    }
    return paths.firstIndex(of: found[0])!
  }
}
