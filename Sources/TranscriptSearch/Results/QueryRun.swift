public import InvertedIndex

/// A query over an index: which episodes it finds, and where in them.
///
/// A value must not be used by two threads at a time.
public struct QueryRun {
  let search: IndexSearch
  /// What restricts the cues.
  public let filter: any CueFilter
  let crossesCues: Bool
  let query: Query
  private let text: String
  private let evaluation: QueryEvaluation
  /// What is looked for, in the order of the query.
  public let units: [QueryUnit]

  /// - Parameters:
  ///   - text: the query.
  ///   - filter: of the fields that everything else is joined to by AND, and of what else restricts
  ///     the cues; told whether it will be asked for other fields.
  ///   - crossesCues: whether a match may go on in the next cue of a turn.
  /// - Throws: `QueryError` with the place that is wrong.
  public init(
    _ text: String, in search: IndexSearch, crossesCues: Bool = true,
    fold: @escaping (String) throws -> String,
    filter: (_ fields: FieldFilter?, _ looksAtFields: Bool) throws -> any CueFilter
  ) throws {
    let parsed = try Query(parsing: text, fold: fold).parted
    guard let query = parsed.rest, !query.units.isEmpty else {
      throw QueryError(code: .noText, query: text, position: 0)
    }
    (self.search, self.query, self.text) = (search, query, text)
    self.crossesCues = crossesCues
    self.filter = try filter(parsed.fields, query.hasFields)
    evaluation = QueryEvaluation(
      search: search, filter: self.filter, crossesCues: crossesCues)
    units = query.units
    try search.check(query.allUnits, of: text)
  }

  /// The episodes that fit, in order of their numbers.
  public func episodes() throws -> [EpisodeScore] {
    var episodes = try evaluation.episodes(of: query)
    // Parts of the query may share units, or have some that do not decide.
    try evaluation.count(units, in: &episodes)
    return episodes
  }

  /// The cues of an episode in which units begin, in order of time.
  public func cues(of episode: Int) throws -> [CueMatches] {
    try search.cues(of: episode, with: units, crossesCues: crossesCues, filter)
  }

  /// The text, cues and words of an episode.
  public func details(of episode: Int) throws -> EpisodeDetails {
    let location = search.locations[episode]
    return EpisodeDetails(
      try search.parts[location.part].details(of: location.episode), search.analyzer)
  }

  /// The likely reasons why the query finds nothing in the whole index.
  public func zeroHitReasons() throws -> [ZeroHitReason] {
    try ZeroHitExplainer(search: search, crossesCues: crossesCues).reasons(for: query, of: text)
  }

  /// What each unit adds to the score of an episode.
  public func explanation(of episode: Int) throws -> [UnitScore] {
    try units.map { unit in
      let found = try evaluation.found(unit)
      let posting = found.posting(of: episode)
      let (count, bounded) = (posting?.count ?? 0, posting?.bounded ?? 0)
      let frequency = BM25.frequency(count: count, bounded: bounded)
      let idf = search.ranking.idf(episodes: found.episodeCount)
      return UnitScore(
        unit: unit.description, count: count, bounded: bounded, frequency: frequency,
        episodes: found.episodeCount, idf: idf, length: search.lengths[episode],
        score: search.ranking.score(
          frequency: frequency, length: search.lengths[episode], idf: idf))
    }
  }
}

/// The text of an episode with its cues, and where matches lie in it.
public struct EpisodeDetails {
  private let details: EpisodeWords.Details
  private let locator: MatchLocator

  init(_ details: EpisodeWords.Details, _ analyzer: PatternAnalyzer) {
    self.details = details
    locator = MatchLocator(details, analyzer)
  }

  public var cues: [CueRecord] { details.cues }

  /// The original text, UTF-8.
  public var text: [UInt8] { details.text }

  /// When the word begins in which a place of a cue lies, in milliseconds; `nil` where that is not known.
  public func wordStart(at place: Int, in cue: CueRecord) -> Int? {
    details.wordStart(at: place, in: cue)
  }

  /// The bytes of the text that a match covers.
  ///
  /// - Throws: `ICUError`.
  public func range(of match: PatternMatch) throws -> Range<Int> { try locator.range(of: match) }
}
