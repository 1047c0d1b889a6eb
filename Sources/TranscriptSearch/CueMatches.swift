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
  /// The cues of an episode in which units begin, in order.
  ///
  /// - Parameter includes: whether a cue by a speaker may match; `nil` if all may.
  func cues(
    of episode: Int, with units: [QueryUnit], crossesCues: Bool, includes: ((Int?) -> Bool)?
  ) throws -> [CueMatches] {
    let location = locations[episode]
    let stream = try parts[location.part].stream(of: location.episode)
    let speakers = try includes == nil ? nil : speakers(of: episode)
    var found: [Int: (units: Set<Int>, matches: [PatternMatch])] = [:]
    for (number, unit) in units.enumerated() {
      for match in try matches(of: unit, in: episode, crossesCues: crossesCues) {
        if let speakers, let includes, !includes(speakers.speaker(ofWord: match.first)) { continue }
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
