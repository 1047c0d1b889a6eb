import CorpusAnalysis
import InvertedIndex
public import TranscriptSearch

extension TranscriptIndex {
  /// Returns the likely reasons why a search finds nothing.
  ///
  /// - Parameter request: a search without hits.
  /// - Returns: the reasons; none if the selection has no episodes.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: that of the search, and of one more for each clause of the query.
  public func zeroHitReasons(for request: SearchRequest) throws(ZimuError) -> [ZeroHitReason] {
    try translatingErrors {
      let run = try self.run(request)
      guard try selectsAny(try filter(request.selection)) else { return [] }
      guard try selectsAny(run.filter) else { return [.noEpisode] }
      if request.selection != nil {
        var everywhere = request
        everywhere.selection = nil
        let whole = try self.run(everywhere)
        let count = try whole.episodes().reduce(0) { $0 + $1.count }
        if count > 0 { return [.outsideSelection(count: count)] }
      }
      return try run.zeroHitReasons()
    }
  }

  /// Returns the likely reasons why keywords of a count were not found in any group.
  ///
  /// - Parameters:
  ///   - request: the request of the count.
  ///   - counts: its result.
  /// - Throws: `ZimuError` with the code `invalidQuery` or `indexDamaged`.
  public func zeroHitReasons(
    for request: CountRequest, in counts: KeywordCounts
  ) throws(ZimuError) -> [ZeroHitReason] {
    try translatingErrors {
      let missing = request.keywords.keywords.enumerated().filter { number, _ in
        !counts.rejected.contains(number) && counts.cells.allSatisfy { $0[number].count == 0 }
      }
      return try zeroHitReasons(for: missing.map(\.element), request)
    }
  }

  /// Returns the likely reasons why keywords of a trend were not found in any period.
  ///
  /// - Parameters:
  ///   - keywords: the keywords of the trend.
  ///   - report: its result.
  ///   - isExact: whether the spelling had to be exactly that of the keyword (default `false`).
  /// - Throws: `ZimuError` with the code `indexDamaged`.
  public func zeroHitReasons(
    for keywords: KeywordList, in report: TrendReport, isExact: Bool = false
  ) throws(ZimuError) -> [ZeroHitReason] {
    try translatingErrors {
      let missing = zip(keywords.keywords, report.series).filter { $1.total == 0 }.map(\.0)
      var request = CountRequest(keywords)
      request.isExact = isExact
      return try zeroHitReasons(for: missing, request)
    }
  }

  private func zeroHitReasons(
    for keywords: [KeywordList.Keyword], _ request: CountRequest
  ) throws -> [ZeroHitReason] {
    guard !keywords.isEmpty else { return [] }
    let counter = OccurrenceCounter(
      try SearchState(try searcher, crossesCues: request.crossesCues), match: request.match)
    return try keywords.flatMap(\.spellings).compactMap {
      try counter.zeroHitReason(for: $0, isExact: request.isExact)
    }
  }

  private func selectsAny(_ filter: any CueFilter) throws -> Bool {
    try (0..<reader.episodeCount).contains { try filter.includesAny(of: $0) }
  }
}
