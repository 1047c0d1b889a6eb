public import CorpusAnalysis
import InvertedIndex
public import TranscriptSearch

extension TranscriptIndex {
  /// Returns the best 20 hits of a query, at most three per episode.
  ///
  ///     for hit in try index.search("数据中心 AND OpenAI").hits {
  ///       print(hit.cue.episodeName, hit.cue.start ?? 0, hit.cue.text)
  ///     }
  ///
  /// - Parameter query: the query; see `SearchRequest.query`.
  /// - Throws: `ZimuError` with the code `invalidQuery` or `indexDamaged`.
  /// - Complexity: as for `search(_:)` with a request.
  public func search(_ query: String) throws(ZimuError) -> SearchResults {
    try translatingErrors {
      try search(SearchRequest(query))
    }
  }

  /// Returns the hits of a search.
  ///
  /// - Parameter request: the query, the order and the limits.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(postings of the query), plus O(words) of each episode whose hits are returned.
  public func search(_ request: SearchRequest) throws(ZimuError) -> SearchResults {
    try translatingErrors {
      var cursor = try HitCursor(self, request)
      var hits: [SearchResults.Hit] = []
      while hits.count < request.limit,
        let more = try cursor.next(atMost: request.limit - hits.count)
      {
        hits += more
      }
      return SearchResults(
        hits: hits, occurrences: cursor.found.reduce(0) { $0 + $1.count },
        episodeCount: cursor.found.count, repetitions: cursor.repetitions)
    }
  }

  /// Returns what each clause of a query adds to the BM25 scores of the first episodes of a search.
  ///
  /// - Parameter request: the search. Its `offset` and `limit` apply to episodes.
  /// - Returns: the names of the episodes with their clause scores, and the number of all episodes found.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(postings of the query).
  public func explain(
    _ request: SearchRequest
  ) throws(ZimuError) -> (episodes: [(episode: String, clauses: [ClauseScore])], found: Int) {
    try translatingErrors {
      let run = try run(request)
      let found = try run.episodes()
      var queue = try queue(found, request.order)
      for _ in 0..<min(request.offset, found.count) { _ = queue.popFirst() }
      var shown: [(episode: String, clauses: [ClauseScore])] = []
      while shown.count < request.limit, let next = queue.popFirst() {
        shown.append((try name(of: next.episode), try run.explanation(of: next.episode)))
      }
      return (shown, found.count)
    }
  }
}

extension TranscriptIndex {
  /// Returns the counts of what a query finds in each group.
  ///
  /// - Parameters:
  ///   - request: the search. Its order and its limits have no effect.
  ///   - grouping: the groups that are counted separately (default: one for everything).
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(episodes found × their words).
  public func counts(
    of request: SearchRequest, by grouping: Grouping = .total
  ) throws(ZimuError) -> SearchCounts {
    try translatingErrors {
      let run = try run(request)
      let repeated = try repeatedCues(but: request.excludedRepetitions)
      var rows: [String: SearchCounts.Row] = grouping == .total ? ["": .init(label: "")] : [:]
      for found in try run.episodes() {
        try count(found.episode, of: run, by: grouping, repeated, in: &rows)
      }
      let byTime = (run.filter as? EpisodeFilter)?.leftOut ?? CueSet()
      let selection = try CorpusSelection(
        of: reader, by: grouping, names: try names, usesSpeakers: run.filter.usesSpeakers,
        leavingOut: try cues(of: request.excludedRepetitions).union(byTime),
        includes: run.filter.includes)
      for group in selection.groups where rows[group.label] != nil {
        rows[group.label]!.wordCount = try wordCount(of: group)
      }
      return SearchCounts(
        rows: rows.values.sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) },
        repetitions: repeated.repetitions)
    }
  }

  /// Adds what a query finds in an episode to the rows of its groups.
  private func count(
    _ episode: Int, of run: PreparedQuery, by grouping: Grouping, _ repeated: RepeatedCues,
    in rows: inout [String: SearchCounts.Row]
  ) throws {
    let record = try reader.record(of: episode)
    let name = grouping == .episode || grouping == .speaker ? try self.name(of: episode) : ""
    let records = grouping.isByCue ? try reader.cues(of: episode) : []
    // An episode may fit without a cue to show.
    var groups: Set<String> =
      grouping.isByCue ? [] : [grouping.label(record, name: name, speaker: "")]
    for group in groups where rows[group] == nil { rows[group] = .init(label: group) }
    for cue in try run.cues(of: episode) {
      let own = grouping.isByCue ? records[cue.cue] : nil
      let speaker = own?.speaker.map { record.speakers[$0] } ?? ""
      let group = grouping.label(record, name: name, speaker: speaker, start: own?.start)
      rows[group, default: .init(label: group)].count += cue.matches.count
      for repetition in repeated.repetitions(of: cue.cue, in: episode) {
        rows[group]!.repeatedCounts[repetition, default: 0] += cue.matches.count
      }
      rows[group]!.cues += 1
      groups.insert(group)
    }
    for group in groups { rows[group]!.episodes += 1 }
  }
}

extension Grouping {
  /// Whether an episode may be in several groups, cue by cue.
  fileprivate var isByCue: Bool {
    switch self {
    case .speaker, .part: true
    default: false
    }
  }
}
