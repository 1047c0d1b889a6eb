import InvertedIndex

/// Finds one unit of a query in one part of an index.
protocol UnitMatcher: AnyObject {
  /// Adds how often the unit stands in each episode.
  func add(to frequencies: inout EpisodeFrequencies) throws

  /// Where the unit stands in an episode, in order.
  func matches(in episode: Int) throws -> [PatternMatch]
}

extension PatternMatcher: UnitMatcher {}

/// Finds words of letters by their beginning.
final class PrefixMatcher: UnitMatcher {
  private let part: IndexPart
  private let terms: [Int]

  /// - Parameter prefix: in search form, without white space.
  init(_ part: IndexPart, prefix: TextPattern) throws {
    self.part = part
    terms = Array(try part.terms(startingWith: prefix.bytes))
  }

  func add(to frequencies: inout EpisodeFrequencies) throws {
    for term in terms {
      var cursor = try part.cursor(of: term)
      try cursor.walk { frequencies.add($1, to: $0, isBounded: true) }
    }
  }

  func matches(in episode: Int) throws -> [PatternMatch] {
    guard let first = terms.first, let last = terms.last else { return [] }
    let spellings = try part.spellings(of: first..<last + 1)
    let stream = try part.stream(of: episode)
    let vocabulary = try stream.spellings()
    var matches: [PatternMatch] = []
    for (position, local) in try stream.localStream().enumerated() {
      let spelling = Int(vocabulary[Int(local)])
      guard spellings.contains(spelling) else { continue }
      let count = try part.key(of: part.term(ofSpelling: spelling)).count
      matches.append(
        PatternMatch(first: position, last: position, start: 0, end: count, isBounded: true))
    }
    return matches
  }
}

/// Finds units near one another, in any order.
final class NearMatcher: UnitMatcher {
  private let members: [any UnitMatcher]
  private let gaps: GapTexts
  /// The most words between the first of them and the last.
  private let distance: Int
  private let episodeCount: Int

  init(_ part: IndexPart, _ members: [any UnitMatcher], _ gaps: GapTexts, distance: Int) {
    (self.members, self.gaps, self.distance) = (members, gaps, distance)
    episodeCount = part.episodeCount
  }

  func add(to frequencies: inout EpisodeFrequencies) throws {
    var counts: [[UInt32]] = []
    for member in members {
      var found = EpisodeFrequencies(episodes: episodeCount)
      try member.add(to: &found)
      counts.append(found.counts)
    }
    for episode in 0..<episodeCount where counts.allSatisfy({ $0[episode] > 0 }) {
      let matches = try matches(in: episode)
      frequencies.add(UInt32(matches.count), to: episode, isBounded: true)
    }
  }

  /// The shortest stretches of a turn, or of a cue, that have all members.
  func matches(in episode: Int) throws -> [PatternMatch] {
    var lists: [[PatternMatch]] = []
    for member in members {
      let matches = try member.matches(in: episode)
      guard !matches.isEmpty else { return [] }
      lists.append(matches)
    }
    var indices = lists.map { _ in 0 }
    var found: [PatternMatch] = []
    while true {
      let current = zip(lists, indices).map { $0[$1] }
      let first = current.indices.min { PatternMatch.precedes(current[$0], current[$1]) }!
      let last = current.max { PatternMatch.precedes($0, $1) }!
      if last.first - current[first].last - 1 <= distance,
        try gaps.isOneTurn(from: current[first].first, to: last.first, in: episode)
      {
        let match = PatternMatch(
          first: current[first].first, last: max(last.last, current[first].last),
          start: current[first].start, end: last.end, isBounded: true)
        // A stretch that ends where the one before does is inside of it.
        if let before = found.last, before.last == match.last, before.end == match.end {
          found.removeLast()
        }
        found.append(match)
      }
      indices[first] += 1
      if indices[first] == lists[first].count { return found }
    }
  }
}
