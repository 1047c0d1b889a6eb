import InvertedIndex

/// Which cues may match: by episode and speaker, and but for some that are left out.
public protocol CueFilter {
  /// Whether all may match.
  var isEverything: Bool { get }
  /// Whether episodes may match in part, so that each cue's speaker is to be looked at.
  var usesSpeakers: Bool { get }
  /// Whether what a speaker (`nil`: none) says in an episode may match.
  func includes(_ episode: Int, _ speaker: Int?) -> Bool
  /// Whether anything in an episode may match.
  func includesAny(of episode: Int) throws -> Bool
  /// Whether an episode has anything that fits a filter.
  func matches(_ filter: FieldFilter, _ episode: Int) throws -> Bool
  /// Whether cues of an episode are left out.
  func leavesOutAny(of episode: Int) -> Bool
  /// Whether nothing may match that begins in a cue.
  func leavesOut(_ cue: Int, of episode: Int) -> Bool
}

extension CueFilter {
  public func leavesOutAny(of episode: Int) -> Bool { false }

  public func leavesOut(_ cue: Int, of episode: Int) -> Bool { false }
}

/// An episode that a query finds.
public struct EpisodeScore: Hashable, Sendable {
  public let episode: Int
  /// BM25 over the query's units.
  public var score: Double
  /// Occurrences of the query's units.
  public var count: Int
}

/// Finds the episodes of a query, and keeps what it found of each unit.
final class QueryEvaluation {
  /// What was found of a unit.
  struct Found {
    /// Episodes that have the unit, whatever the filter.
    let episodeCount: Int
    /// Those that may match, in order.
    let postings: [UnitPostings.Posting]

    /// - Complexity: O(log n).
    func posting(of episode: Int) -> UnitPostings.Posting? {
      let index = postings.partitioningIndex { $0.episode >= episode }
      return index < postings.count && postings[index].episode == episode ? postings[index] : nil
    }
  }

  private let search: IndexSearch
  private let filter: any CueFilter
  private let crossesCues: Bool
  private var known: [QueryUnit: Found] = [:]

  init(search: IndexSearch, filter: any CueFilter, crossesCues: Bool) {
    (self.search, self.filter, self.crossesCues) = (search, filter, crossesCues)
  }

  /// Sets the counts of episodes to what all units together have in them.
  func count(_ units: [QueryUnit], in episodes: inout [EpisodeScore]) throws {
    for index in episodes.indices { episodes[index].count = 0 }
    for unit in units {
      let postings = try found(unit).postings
      var next = 0
      for index in episodes.indices {
        let episode = episodes[index].episode
        while next < postings.count, postings[next].episode < episode { next += 1 }
        guard next < postings.count else { break }
        if postings[next].episode == episode { episodes[index].count += postings[next].count }
      }
    }
  }

  /// The episodes that fit, in order, with their scores.
  func episodes(of query: Query) throws -> [EpisodeScore] {
    switch query {
    case .unit(let unit): return try scores(of: unit)
    case .fields(let fields):
      return try search.lengths.indices
        .filter { try filter.matches(fields, $0) && isIncluded($0) }
        .map { EpisodeScore(episode: $0, score: 0, count: 0) }
    case .not(let query):
      return Self.subtract(try episodes(of: query), from: try everything())
    case .or(let parts):
      var union: [EpisodeScore] = []
      for part in parts { union = Self.union(union, try episodes(of: part)) }
      return union
    case .and(let parts): return try intersection(parts)
    }
  }

  private func isIncluded(_ episode: Int) throws -> Bool { try filter.includesAny(of: episode) }

  private func everything() throws -> [EpisodeScore] {
    try search.lengths.indices.filter(isIncluded).map {
      EpisodeScore(episode: $0, score: 0, count: 0)
    }
  }

  private func intersection(_ parts: [Query]) throws -> [EpisodeScore] {
    var found: [EpisodeScore]?
    var negated: [Query] = []
    for part in parts {
      if case .not(let query) = part {
        negated.append(query)
      } else {
        let next = try episodes(of: part)
        found = found.map { Self.intersect($0, next) } ?? next
        if found!.isEmpty { return [] }
      }
    }
    var result = try found ?? everything()
    for query in negated where !result.isEmpty {
      result = Self.subtract(try episodes(of: query), from: result)
    }
    return result
  }

  private func scores(of unit: QueryUnit) throws -> [EpisodeScore] {
    let found = try found(unit)
    let idf = search.ranking.idf(episodes: found.episodeCount)
    return found.postings.map { posting in
      let score = search.ranking.score(
        frequency: BM25.frequency(count: posting.count, bounded: posting.bounded),
        length: search.lengths[posting.episode], idf: idf)
      return EpisodeScore(episode: posting.episode, score: score, count: posting.count)
    }
  }

  /// The episodes that have a unit in a cue that may match.
  func found(_ unit: QueryUnit) throws -> Found {
    if let found = known[unit] { return found }
    let postings = try search.postings(of: unit, crossesCues: crossesCues).postings
    var kept: [UnitPostings.Posting] = []
    for posting in postings where try isIncluded(posting.episode) {
      let posting =
        search.mayExclude(filter, posting.episode) ? try restricted(unit, posting) : posting
      if posting.count > 0 { kept.append(posting) }
    }
    let found = Found(episodeCount: postings.count, postings: kept)
    known[unit] = found
    return found
  }

  /// What of a posting begins in cues that may match.
  private func restricted(
    _ unit: QueryUnit, _ posting: UnitPostings.Posting
  ) throws -> UnitPostings.Posting {
    let matches = try search.matches(
      of: unit, in: posting.episode, crossesCues: crossesCues, filter)
    return UnitPostings.Posting(
      episode: posting.episode, count: matches.count, bounded: matches.count { $0.isBounded })
  }

  // MARK: Sets

  private static func intersect(
    _ first: [EpisodeScore], _ second: [EpisodeScore]
  ) -> [EpisodeScore] {
    var result: [EpisodeScore] = []
    var index = 0
    for entry in first {
      while index < second.count, second[index].episode < entry.episode { index += 1 }
      guard index < second.count else { break }
      if second[index].episode == entry.episode { result.append(entry + second[index]) }
    }
    return result
  }

  private static func union(
    _ first: [EpisodeScore], _ second: [EpisodeScore]
  ) -> [EpisodeScore] {
    if first.isEmpty { return second }
    var result: [EpisodeScore] = []
    result.reserveCapacity(first.count + second.count)
    var index = 0
    for entry in first {
      while index < second.count, second[index].episode < entry.episode {
        result.append(second[index])
        index += 1
      }
      if index < second.count, second[index].episode == entry.episode {
        result.append(entry + second[index])
        index += 1
      } else {
        result.append(entry)
      }
    }
    return result + second[index...]
  }

  private static func subtract(
    _ second: [EpisodeScore], from first: [EpisodeScore]
  ) -> [EpisodeScore] {
    var index = 0
    return first.filter { entry in
      while index < second.count, second[index].episode < entry.episode { index += 1 }
      return index == second.count || second[index].episode != entry.episode
    }
  }
}

extension EpisodeScore {
  fileprivate static func + (first: EpisodeScore, second: EpisodeScore) -> EpisodeScore {
    EpisodeScore(
      episode: first.episode, score: first.score + second.score, count: first.count + second.count)
  }
}
