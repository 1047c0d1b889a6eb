public import CorpusAnalysis
import InvertedIndex
public import TranscriptSearch

extension TranscriptIndex {
  /// Finds the cues in which something was said: the best twenty, at most three of an episode.
  ///
  ///     for hit in try index.search("数据中心 AND OpenAI").hits {
  ///       print(hit.episode, hit.start ?? 0, hit.text)
  ///     }
  ///
  /// - Throws: `QueryError` for a query that does not parse, `IndexError` for a damaged index.
  public func search(_ query: String) throws -> SearchResults {
    try search(SearchRequest(query))
  }

  /// Finds the cues in which something was said.
  ///
  /// - Throws: `QueryError` for a query or selection that does not parse, `IndexError` for a
  ///   damaged index.
  public func search(_ request: SearchRequest) throws -> SearchResults {
    let run = try run(request)
    let repeated = try repeatedCues(but: request.leftOut)
    let found = try run.episodes()
    var hits: [SearchResults.Hit] = []
    var rank = 0
    for episode in try sorted(found, request.order) {
      guard hits.count < request.limit else { break }
      let cues = try ranked(run.cues(of: episode.episode)).prefix(request.perEpisode)
      let shown = cues.dropFirst(max(0, request.offset - rank))
        .prefix(request.limit - hits.count)
      if !shown.isEmpty {
        let first = rank + cues.count - cues.dropFirst(max(0, request.offset - rank)).count
        hits += try HitReader(self, run, episode, repeated).hits(
          Array(shown), firstRank: first + 1, neighbours: request.neighbours)
      }
      rank += cues.count
    }
    return SearchResults(
      hits: hits, occurrences: found.reduce(0) { $0 + $1.count }, episodeCount: found.count,
      repetitions: repeated.repetitions)
  }

  /// What each part of a query adds to the scores of the episodes that a search shows first.
  ///
  /// - Returns: these, and how many episodes the search finds.
  public func explain(
    _ request: SearchRequest
  ) throws -> (episodes: [(episode: String, units: [UnitScore])], found: Int) {
    let run = try run(request)
    let found = try run.episodes()
    let shown = try sorted(found, request.order).dropFirst(request.offset).prefix(request.limit)
      .map { (try name(of: $0.episode), try run.explanation(of: $0.episode)) }
    return (shown, found.count)
  }

  private func run(_ request: SearchRequest) throws -> QueryRun {
    try request.check()
    return try TranscriptSearcher(self).run(
      request.query, selection: request.selection, crossesCues: request.crossesCues,
      leavingOut: request.leftOut)
  }

  /// The episodes in the order of a search; ties in order of their paths.
  private func sorted(
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

  /// Cues with more different units first, then in order of time.
  private func ranked(_ cues: [CueMatches]) -> [CueMatches] {
    cues.sorted { ($1.unitCount, $0.cue) < ($0.unitCount, $1.cue) }
  }
}

extension TranscriptIndex {
  /// Counts what a query finds, by groups.
  ///
  /// - Throws: as `search` does.
  /// - Complexity: O(episodes found × their words).
  public func counts(
    of request: SearchRequest, by grouping: Grouping = .total
  ) throws -> SearchCounts {
    let run = try run(request)
    let repeated = try repeatedCues(but: request.leftOut)
    var rows: [String: SearchCounts.Row] = grouping == .total ? ["": .init(group: "")] : [:]
    for found in try run.episodes() {
      let record = try reader.record(of: found.episode)
      let name =
        grouping == .episode || grouping == .speaker ? try self.name(of: found.episode) : ""
      let cues = try run.cues(of: found.episode)
      let records = grouping.isByCue ? try reader.cues(of: found.episode) : []
      // An episode may fit without a cue to show.
      var groups: Set<String> =
        grouping.isByCue ? [] : [grouping.label(record, name: name, speaker: "")]
      for group in groups where rows[group] == nil { rows[group] = .init(group: group) }
      for cue in cues {
        let own = grouping.isByCue ? records[cue.cue] : nil
        let speaker = own?.speaker.map { record.speakers[$0] } ?? ""
        let group = grouping.label(record, name: name, speaker: speaker, start: own?.start)
        rows[group, default: .init(group: group)].count += cue.matches.count
        for repetition in repeated.repetitions(of: cue.cue, in: found.episode) {
          rows[group]!.repeatedCounts[repetition, default: 0] += cue.matches.count
        }
        rows[group]!.cues += 1
        groups.insert(group)
      }
      for group in groups { rows[group]!.episodes += 1 }
    }
    let byTime = (run.filter as? EpisodeFilter)?.leftOut ?? CueSet()
    let selection = try CorpusSelection(
      of: reader, by: grouping, names: try names, usesSpeakers: run.filter.usesSpeakers,
      leavingOut: try cues(of: request.leftOut).union(byTime), includes: run.filter.includes)
    for group in selection.groups where rows[group.label] != nil {
      rows[group.label]!.wordCount = try wordCount(of: group)
    }
    return SearchCounts(
      rows: rows.values.sorted { $0.group.utf8.lexicographicallyPrecedes($1.group.utf8) },
      repetitions: repeated.repetitions)
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
