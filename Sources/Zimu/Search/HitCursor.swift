import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

/// Goes through the hits of a search, episode by episode.
struct HitCursor {
  private let index: TranscriptIndex
  private let request: SearchRequest
  private let run: QueryRun
  private let repeated: RepeatedCues
  /// The episodes that fit, in the order of the index.
  let found: [EpisodeScore]
  /// Those that are to come, in the order of the request.
  private var episodes: ArraySlice<EpisodeScore>
  /// Number of hits before the next episode.
  private var rank = 0

  init(_ index: TranscriptIndex, _ request: SearchRequest) throws {
    (self.index, self.request) = (index, request)
    run = try index.run(request)
    repeated = try index.repeatedCues(but: request.excludedRepetitions)
    found = try run.episodes()
    episodes = try index.sorted(found, request.order)[...]
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

  /// Cues with more different units first, then in order of time.
  private static func ranked(_ cues: [CueMatches]) -> [CueMatches] {
    cues.sorted { ($1.unitCount, $0.cue) < ($0.unitCount, $1.cue) }
  }
}

extension TranscriptIndex {
  /// Parses the query of a request, to be run.
  func run(_ request: SearchRequest) throws -> QueryRun {
    try request.check()
    return try TranscriptSearcher(self).run(
      request.query, selection: request.selection, crossesCues: request.crossesCues,
      leavingOut: request.excludedRepetitions)
  }

  /// The episodes in the order of a search; ties in order of their paths.
  func sorted(
    _ episodes: [EpisodeScore], _ order: SearchRequest.Order
  ) throws -> [EpisodeScore] {
    switch order {
    case .relevance:
      return episodes.sorted { ($1.score, $0.episode) < ($0.score, $1.episode) }
    case .count:
      return episodes.sorted { ($1.count, $0.episode) < ($0.count, $1.episode) }
    case .date:
      let dated = try episodes.map { (date: try reader.record(of: $0.episode).date, $0) }
      return dated.sorted { ($1.date, $0.1.episode) < ($0.date, $1.1.episode) }.map(\.1)
    }
  }
}
