import InvertedIndex

/// A query over an index: which episodes it finds, and where in them.
///
/// The way of a query: its clauses get their weights once, in the whole index. In each segment its parts become
/// scorers, which go through the episodes in order. `episodes` and `top` collect from them.
///
/// A value must not be used by two threads at a time.
public final class PreparedQuery {
  let searcher: Searcher
  let state: SearchState
  /// What restricts the cues.
  public let filter: any CueFilter
  let query: Query
  private let text: String
  private var weights: [QueryClause: ClauseWeight] = [:]
  /// Of each segment, what admits its episodes; `nil` if all may match.
  private let admissions: [EpisodeAdmission?]
  /// What is looked for, in the order of the query.
  public let clauses: [QueryClause]

  /// - Parameters:
  ///   - text: the query.
  ///   - filter: of the fields that everything else is joined to by AND, and of what else restricts
  ///     the cues; told whether it will be asked for other fields.
  /// - Throws: `QueryError` with the place that is wrong.
  public init(
    _ text: String, _ state: SearchState, fold: @escaping (String) throws -> String,
    filter: (_ fields: FieldFilter?, _ looksAtFields: Bool) throws -> any CueFilter
  ) throws {
    let parsed = try Query(parsing: text, fold: fold).splitFieldFilter
    guard let query = parsed.rest, !query.clauses.isEmpty else {
      throw QueryError(code: .noText, query: text, position: 0)
    }
    (self.state, self.query, self.text) = (state, query, text)
    let (searcher, cues) = (state.searcher, try filter(parsed.fields, query.hasFields))
    (self.searcher, self.filter) = (searcher, cues)
    admissions = searcher.segments.indices.map { number in
      cues.isEverything && !searcher.segments[number].hasDeletions
        ? nil : EpisodeAdmission(state, cues, segment: number)
    }
    clauses = query.clauses
    try state.check(query.allClauses, of: text)
  }

  /// What a clause weighs; found out once.
  private func weight(of clause: QueryClause) throws -> ClauseWeight {
    if let known = weights[clause] { return known }
    let weight = try ClauseWeight(clause, state)
    weights[clause] = weight
    return weight
  }

  // MARK: Scorers

  private func scorer(of query: Query, in segment: Int) throws -> any Scorer {
    switch query {
    case .clause(let clause): return try scorer(of: clause, in: segment)
    case .fields(let fields): return try everything(in: segment, fitting: fields)
    case .not(let query):
      return try ExclusionScorer(
        try everything(in: segment), without: [try scorer(of: query, in: segment)])
    case .or(let parts):
      return try DisjunctionScorer(
        try parts.map { try scorer(of: $0, in: segment) },
        before: searcher.segments[segment].episodeCount)
    case .and(let parts): return try conjunction(of: parts, in: segment)
    }
  }

  private func scorer(of clause: QueryClause, in segment: Int) throws -> any ClauseScoring {
    try weight(of: clause).scorer(in: segment, admissions[segment])
  }

  /// All episodes of a segment that may match, or those of them that fit a filter.
  private func everything(
    in segment: Int, fitting fields: FieldFilter? = nil
  ) throws -> EpisodeScorer {
    let admission =
      admissions[segment] ?? EpisodeAdmission(state, filter, segment: segment)
    return try EpisodeScorer(before: searcher.segments[segment].episodeCount) { episode in
      try fields.map { try admission.admits(episode, fitting: $0) } ?? admission.admits(episode)
    }
  }

  private func conjunction(of parts: [Query], in segment: Int) throws -> any Scorer {
    var (included, excluded): ([any Scorer], [any Scorer]) = ([], [])
    for part in parts {
      if case .not(let query) = part {
        excluded.append(try scorer(of: query, in: segment))
      } else {
        included.append(try scorer(of: part, in: segment))
      }
    }
    if included.isEmpty { included = [try everything(in: segment)] }
    let all = included.count == 1 ? included[0] : try ConjunctionScorer(included)
    return excluded.isEmpty ? all : try ExclusionScorer(all, without: excluded)
  }

  // MARK: Collecting

  /// The episodes that fit, in order of their numbers, with the occurrences of all clauses.
  public func episodes() throws -> [EpisodeScore] {
    var episodes: [EpisodeScore] = []
    for (number, segment) in searcher.segments.enumerated() {
      let first = episodes.count
      try scorer(of: query, in: number).forEach(before: .max) { episode, score, count in
        episodes.append(EpisodeScore(episode: episode, score: score, count: count))
      }
      if !query.countsAll { try count(in: number, &episodes[first...]) }
      for index in first..<episodes.count {
        episodes[index].episode = segment.number(of: episodes[index].episode)!
      }
    }
    if searcher.segments.count > 1 { episodes.sort { $0.episode < $1.episode } }
    return episodes
  }

  /// Sets the counts of a segment's episodes to what all clauses together have in them: parts of the query
  /// may share clauses, or have some that do not decide.
  private func count(in segment: Int, _ episodes: inout ArraySlice<EpisodeScore>) throws {
    for index in episodes.indices { episodes[index].count = 0 }
    for clause in clauses {
      let scorer = try scorer(of: clause, in: segment)
      for index in episodes.indices {
        try scorer.seek(to: episodes[index].episode)
        if scorer.episode == episodes[index].episode { episodes[index].count += try scorer.count() }
      }
    }
  }

  /// The best episodes, the best first, without their counts and without totals.
  public func top(_ limit: Int) throws -> [EpisodeScore] {
    var top = TopEpisodes(limit: limit)
    for (number, segment) in searcher.segments.enumerated() {
      try scorer(of: query, in: number).forEachScore { episode, score in
        guard score >= top.threshold else { return }
        top.add(EpisodeScore(episode: segment.number(of: episode)!, score: score, count: 0))
      }
    }
    return top.episodes
  }

  // MARK: One episode

  /// The cues of an episode in which clauses begin, in order of time.
  public func cues(of episode: Int) throws -> [CueMatches] {
    try state.cues(of: episode, with: clauses, filter)
  }

  /// The text, cues and words of an episode.
  public func details(of episode: Int) throws -> EpisodeDetails {
    let location = searcher.location(of: episode)
    return EpisodeDetails(
      try searcher.segments[location.segment].reader.details(of: location.episode), state.analyzer)
  }

  /// The text, cues and words around what was found in a cue of an episode.
  ///
  /// - Parameters:
  ///   - found: in the cue.
  ///   - neighbours: how many cues before and after it are wanted.
  /// - Complexity: O(bytes of the blocks of the episode that have them).
  public func details(
    of episode: Int, around found: CueMatches, neighbours: Int
  ) throws -> EpisodeDetails {
    let location = searcher.location(of: episode)
    let reader = searcher.segments[location.segment].reader
    let cues = try state.stream(of: episode).cues(around: found, neighbours: neighbours)
    return EpisodeDetails(
      try reader.details(ofCues: cues, of: location.episode), state.analyzer)
  }

  /// The likely reasons why the query finds nothing in the whole index.
  public func zeroHitReasons() throws -> [ZeroHitReason] {
    try ZeroHitExplainer(state: state).reasons(for: query, of: text)
  }

  /// What each clause adds to the score of an episode.
  public func explanation(of episode: Int) throws -> [ClauseScore] {
    let location = searcher.location(of: episode)
    return try clauses.map { clause in
      let scorer = try scorer(of: clause, in: location.segment)
      try scorer.seek(to: location.episode)
      let isFound = scorer.episode == location.episode
      let (count, aligned) = isFound ? try scorer.occurrences() : (0, 0)
      let (weight, length) = (
        try weight(of: clause),
        searcher.segments[location.segment].length(of: location.episode)
      )
      let frequency = BM25.frequency(count: count, wordAligned: aligned)
      return ClauseScore(
        clause: clause.description, count: count, wordAligned: aligned, frequency: frequency,
        episodes: weight.episodeCount, idf: weight.idf, length: length,
        score: searcher.ranking.score(frequency: frequency, length: length, idf: weight.idf))
    }
  }
}
