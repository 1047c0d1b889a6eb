import InvertedIndex

/// A cue in which something that was looked for begins.
public struct CueMatches: Sendable {
  /// The cue's number in the episode.
  public let cue: Int
  /// How many different units begin in the cue.
  public let unitCount: Int
  /// The matches, in order.
  public let matches: [PatternMatch]
}

extension IndexSearch {
  /// Whether a filter may exclude some cues of an episode and not others.
  func mayExclude(_ filter: any CueFilter, _ episode: Int) -> Bool {
    filter.usesSpeakers || filter.leavesOutAny(of: episode)
  }

  /// Where a unit stands in an episode, beginning in cues that may match, in order.
  func matches(
    of unit: QueryUnit, in episode: Int, crossesCues: Bool, _ filter: any CueFilter
  ) throws -> [PatternMatch] {
    let matches = try matches(of: unit, in: episode, crossesCues: crossesCues)
    guard mayExclude(filter, episode) else { return matches }
    let location = locations[episode]
    let stream = try parts[location.part].stream(of: location.episode)
    let speakers = filter.usesSpeakers ? try speakers(of: episode) : nil
    return matches.filter { match in
      let isSpoken = speakers.map { filter.includes(episode, $0.speaker(ofWord: match.first)) }
      return isSpoken ?? true && !filter.leavesOut(stream.cue(ofWord: match.first), of: episode)
    }
  }

  /// The cues of an episode in which units begin and that may match, in order.
  func cues(
    of episode: Int, with units: [QueryUnit], crossesCues: Bool, _ filter: any CueFilter
  ) throws -> [CueMatches] {
    let location = locations[episode]
    let stream = try parts[location.part].stream(of: location.episode)
    var found: [Int: (units: Set<Int>, matches: [PatternMatch])] = [:]
    for (number, unit) in units.enumerated() {
      for match in try matches(of: unit, in: episode, crossesCues: crossesCues, filter) {
        let cue = stream.cue(ofWord: match.first)
        found[cue, default: ([], [])].units.insert(number)
        found[cue]!.matches.append(match)
      }
    }
    return found.sorted { $0.key < $1.key }.map { cue, found in
      CueMatches(
        cue: cue, unitCount: found.units.count,
        matches: found.matches.sorted(by: PatternMatch.precedes))
    }
  }
}
