import InvertedIndex

/// Which episodes of a segment may match a query: those that its filter includes and that are not deleted.
///
/// What the filter says of an episode is asked once, whatever the number of clauses.
final class EpisodeAdmission {
  private let state: SearchState
  private let filter: any CueFilter
  private let number: Int
  private let segment: SearchSegment
  private var known: [Int: Bool] = [:]

  /// - Parameter number: of the segment.
  init(_ state: SearchState, _ filter: any CueFilter, segment number: Int) {
    (self.state, self.filter, self.number) = (state, filter, number)
    segment = state.searcher.segments[number]
  }

  /// Whether anything in an episode may match.
  func admits(_ episode: Int) throws -> Bool {
    guard let global = segment.number(of: episode) else { return false }
    if filter.isEverything { return true }
    if let known = known[episode] { return known }
    let isIncluded = try filter.includesAny(of: global)
    known[episode] = isIncluded
    return isIncluded
  }

  /// Whether an episode that may match fits a filter on fields, too.
  func admits(_ episode: Int, fitting fields: FieldFilter) throws -> Bool {
    guard let global = segment.number(of: episode) else { return false }
    return try filter.matches(fields, global) && admits(episode)
  }

  /// Whether some cues of an episode may match and others may not.
  func mayExclude(_ episode: Int) -> Bool {
    guard let global = segment.number(of: episode) else { return false }
    return state.mayExclude(filter, global)
  }

  /// The occurrences of a clause in cues that may match.
  func hits(of clause: QueryClause, in episode: Int) throws -> ClauseHits {
    guard let global = segment.number(of: episode) else {
      return ClauseHits(episode: episode, count: 0, wordAligned: 0)
    }
    return ClauseHits(try state.matches(of: clause, in: global, filter), in: episode)
  }
}
