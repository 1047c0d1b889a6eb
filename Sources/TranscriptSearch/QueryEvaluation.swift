import InvertedIndex

/// Which cues may match: by episode and speaker.
public protocol CueFilter {
  /// Whether all may match.
  var isEverything: Bool { get }
  /// Whether episodes may match in part, so that each cue's speaker is to be looked at.
  var usesSpeakers: Bool { get }
  /// Whether what a speaker (`nil`: none) says in an episode may match.
  func includes(_ episode: Int, _ speaker: Int?) -> Bool
  /// Whether anything in an episode may match.
  func includesAny(of episode: Int) -> Bool
  /// Whether an episode has anything that fits a filter.
  func matches(_ filter: FieldFilter, _ episode: Int) -> Bool
}

/// An episode that a query finds.
public struct EpisodeScore: Hashable, Sendable {
  public let episode: Int
  /// BM25 over the query's units.
  public var score: Double
  /// Occurrences of the query's units.
  public var count: Int
}

/// Finds the episodes of a query.
struct QueryEvaluation {
  let search: IndexSearch
  let filter: any CueFilter
  let crossesCues: Bool

  /// The episodes that fit, in order, with their scores.
  func episodes(of query: Query) throws -> [EpisodeScore] {
    switch query {
    case .unit(let unit): return try scores(of: unit)
    case .fields(let fields):
      return search.lengths.indices.filter { filter.matches(fields, $0) && isIncluded($0) }
        .map { EpisodeScore(episode: $0, score: 0, count: 0) }
    case .not(let query):
      return Self.subtract(try episodes(of: query), from: everything)
    case .or(let parts):
      var union: [EpisodeScore] = []
      for part in parts { union = Self.union(union, try episodes(of: part)) }
      return union
    case .and(let parts): return try intersection(parts)
    }
  }

  private func isIncluded(_ episode: Int) -> Bool { filter.includesAny(of: episode) }

  private var everything: [EpisodeScore] {
    search.lengths.indices.filter(isIncluded).map {
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
    var result = found ?? everything
    for query in negated where !result.isEmpty {
      result = Self.subtract(try episodes(of: query), from: result)
    }
    return result
  }

  /// The episodes that have a unit in a cue that may match.
  private func scores(of unit: QueryUnit) throws -> [EpisodeScore] {
    let postings = try search.postings(of: unit, crossesCues: crossesCues).postings
    let idf = search.ranking.idf(episodes: postings.count)
    var scores: [EpisodeScore] = []
    for posting in postings where isIncluded(posting.episode) {
      let found = filter.usesSpeakers ? try spoken(unit, posting) : posting
      guard found.count > 0 else { continue }
      let score = search.ranking.score(
        frequency: BM25.frequency(count: found.count, bounded: found.bounded),
        length: search.lengths[found.episode], idf: idf)
      scores.append(EpisodeScore(episode: found.episode, score: score, count: found.count))
    }
    return scores
  }

  /// What of a posting was said by those who are asked for.
  private func spoken(
    _ unit: QueryUnit, _ posting: UnitPostings.Posting
  ) throws -> UnitPostings.Posting {
    let cues = try search.reader.cues(of: posting.episode)
    let matches = try search.matches(of: unit, in: posting.episode, crossesCues: crossesCues)
      .filter { match in
        let cue = cues.partitioningIndex { $0.words.upperBound > match.first }
        return filter.includes(posting.episode, cues[cue].speaker)
      }
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
