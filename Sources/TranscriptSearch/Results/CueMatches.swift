import InvertedIndex

/// A cue in which something that was looked for begins.
public struct CueMatches: Sendable {
  /// The cue's number in the episode.
  public let cue: Int
  /// How many different clauses begin in the cue.
  public let clauseCount: Int
  /// The matches, in order.
  public let matches: [PatternMatch]
}

extension EpisodeStream {
  /// A cue and its neighbours, as far as there are any, and the cues of the words beside its matches, which may begin or
  /// end with separators.
  func cues(around found: CueMatches, neighbours: Int) -> Range<Int> {
    var (first, last) = (found.cue, found.cue)
    if let before = found.matches.map(\.first).min() {
      first = before > 0 ? min(first, cue(ofWord: before - 1)) : 0
    }
    if let after = found.matches.map(\.last).max() {
      last = max(last, after + 1 < wordCount ? cue(ofWord: after + 1) : cueCount - 1)
    }
    first = min(first, max(0, found.cue - neighbours))
    return first..<max(last, found.cue + min(neighbours, cueCount - 1 - found.cue)) + 1
  }
}

extension SearchState {
  /// Whether a filter may exclude some cues of an episode and not others.
  func mayExclude(_ filter: any CueFilter, _ episode: Int) -> Bool {
    filter.usesSpeakers || filter.leavesOutAny(of: episode)
  }

  /// Where a clause stands in an episode of the index, beginning in cues that may match, in order.
  func matches(
    of clause: QueryClause, in episode: Int, _ filter: any CueFilter
  ) throws -> [PatternMatch] {
    let location = searcher.location(of: episode)
    let matches = try matcher(clause, in: location.segment).matches(in: location.episode)
    guard mayExclude(filter, episode) else { return matches }
    let stream = try stream(of: episode)
    let speakers = filter.usesSpeakers ? try speakers(of: episode) : nil
    return matches.filter { match in
      let isSpoken = speakers.map { filter.includes(episode, $0.speaker(ofWord: match.first)) }
      return isSpoken ?? true && !filter.leavesOut(stream.cue(ofWord: match.first), of: episode)
    }
  }

  /// The cues of an episode in which clauses begin and that may match, in order.
  func cues(
    of episode: Int, with clauses: [QueryClause], _ filter: any CueFilter
  ) throws -> [CueMatches] {
    let stream = try stream(of: episode)
    var found: [Int: (clauses: Set<Int>, matches: [PatternMatch])] = [:]
    for (number, clause) in clauses.enumerated() {
      for match in try matches(of: clause, in: episode, filter) {
        let cue = stream.cue(ofWord: match.first)
        found[cue, default: ([], [])].clauses.insert(number)
        found[cue]!.matches.append(match)
      }
    }
    return found.sorted { $0.key < $1.key }.map { cue, found in
      CueMatches(
        cue: cue, clauseCount: found.clauses.count,
        matches: found.matches.sorted(by: PatternMatch.precedes))
    }
  }
}
