import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

/// Goes through the hits of a search, episode by episode.
struct HitCursor {
  private let index: TranscriptIndex
  private let request: SearchRequest
  private let run: PreparedQuery
  private let repeated: RepeatedCues
  /// The episodes that fit, in the order of the index.
  let found: [EpisodeScore]
  /// Those that are to come, in the order of the request.
  private var episodes: EpisodeQueue
  /// Number of hits before the next episode.
  private var rank = 0

  init(_ index: TranscriptIndex, _ request: SearchRequest) throws {
    (self.index, self.request) = (index, request)
    run = try index.run(request)
    repeated = try index.repeatedCues(but: request.excludedRepetitions)
    found = try run.episodes()
    episodes = try index.queue(found, request.order)
  }

  var repetitions: [Repetition] { repeated.repetitions }

  /// The hits of the next episode behind the request's offset; `nil` after the last episode.
  mutating func next(atMost limit: Int = .max) throws -> [SearchResults.Hit]? {
    guard let episode = episodes.popFirst() else { return nil }
    let cues = Self.ranked(try run.cues(of: episode.episode)).prefix(request.perEpisode)
    let first = rank
    rank += cues.count
    let passed = min(max(0, request.offset - first), cues.count)
    let shown = cues.dropFirst(passed).prefix(limit)
    guard !shown.isEmpty else { return [] }
    return try HitReader(index, run, episode, repeated).hits(
      Array(shown), firstRank: first + passed + 1, neighbours: request.neighbours)
  }

  /// Cues with more different clauses first, then in order of time.
  private static func ranked(_ cues: [CueMatches]) -> [CueMatches] {
    cues.sorted { ($1.clauseCount, $0.cue) < ($0.clauseCount, $1.cue) }
  }
}

extension TranscriptIndex {
  /// Parses the query of a request, to be run.
  func run(_ request: SearchRequest) throws -> PreparedQuery {
    try request.check()
    return try prepare(
      request.query, selection: request.selection, crossesCues: request.crossesCues,
      excluding: request.excludedRepetitions)
  }

  /// The episodes in the order of a search; ties in order of their paths.
  func queue(
    _ episodes: [EpisodeScore], _ order: SearchRequest.Order
  ) throws -> EpisodeQueue {
    switch order {
    case .relevance: return EpisodeQueue(episodes) { $0.score }
    case .count: return EpisodeQueue(episodes) { Double($0.count) }
    case .date:
      var dates: [Int: String] = [:]
      for found in episodes { dates[found.episode] = try reader.record(of: found.episode).date }
      let ranks = Dictionary(
        uniqueKeysWithValues: Set(dates.values).sorted().enumerated().map { ($1, Double($0)) })
      return EpisodeQueue(episodes) { ranks[dates[$0.episode]!]! }
    }
  }
}
