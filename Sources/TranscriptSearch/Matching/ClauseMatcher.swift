import InvertedIndex

/// Finds one clause of a query in one segment of an index.
protocol ClauseMatcher: AnyObject {
  /// How often the clause stands in each episode that has it, in order.
  func hits() throws -> [ClauseHits]

  /// Where the clause stands in an episode, in order.
  func matches(in episode: Int) throws -> [PatternMatch]
}

extension PatternMatcher: ClauseMatcher {}

/// Finds words of letters by their beginning.
final class PrefixMatcher: ClauseMatcher {
  private let segment: SegmentReader
  private let terms: [Int]

  /// - Parameter prefix: in search form, without white space.
  init(_ segment: SegmentReader, prefix: TextPattern) throws {
    self.segment = segment
    terms = Array(try segment.terms(startingWith: prefix.bytes))
  }

  func hits() throws -> [ClauseHits] {
    var counter = HitCounter(episodes: segment.episodeCount)
    for term in terms {
      var cursor = try segment.cursor(of: term)
      try cursor.walk { counter.add($1, to: $0, isWordAligned: true) }
    }
    return counter.hits()
  }

  func matches(in episode: Int) throws -> [PatternMatch] {
    guard let first = terms.first, let last = terms.last else { return [] }
    let spellings = try segment.spellings(of: first..<last + 1)
    let stream = try segment.stream(of: episode)
    let vocabulary = try stream.spellings()
    var matches: [PatternMatch] = []
    for (position, local) in try stream.localStream().enumerated() {
      let spelling = Int(vocabulary[Int(local)])
      guard spellings.contains(spelling) else { continue }
      let count = try segment.key(of: segment.term(ofSpelling: spelling)).count
      matches.append(
        PatternMatch(first: position, last: position, start: 0, end: count, isWordAligned: true))
    }
    return matches
  }
}

/// Finds clauses near one another, in any order.
final class NearMatcher: ClauseMatcher {
  private let members: [any ClauseMatcher]
  private let gaps: InterwordText
  /// The most words between the first of them and the last.
  private let distance: Int

  init(_ members: [any ClauseMatcher], _ gaps: InterwordText, distance: Int) {
    (self.members, self.gaps, self.distance) = (members, gaps, distance)
  }

  func hits() throws -> [ClauseHits] {
    var episodes: Set<Int>?
    for member in members {
      let found = try member.hits().map(\.episode)
      episodes = episodes.map { $0.intersection(found) } ?? Set(found)
    }
    return try (episodes ?? []).sorted().compactMap { episode in
      let count = try matches(in: episode).count
      return count == 0 ? nil : ClauseHits(episode: episode, count: count, wordAligned: count)
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
          start: current[first].start, end: last.end, isWordAligned: true)
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
