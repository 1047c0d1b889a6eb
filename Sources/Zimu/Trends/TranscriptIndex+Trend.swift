import CorpusAnalysis
import InvertedIndex
import UserInput

extension TranscriptIndex {
  /// Returns the time series of given keywords, counted as `count(_:)` counts them.
  ///
  /// - Parameters:
  ///   - keywords: the keywords to count.
  ///   - request: the period and the selection. `minimumCount` and `top` have no effect.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`. The code is
  ///   `invalidRequest` also if a keyword has no letter, digit or Han character.
  /// - Complexity: that of `count(_:)`.
  public func trend(
    of keywords: KeywordList, _ request: TrendRequest
  ) throws(ZimuError) -> TrendReport {
    try translatingErrors {
      try request.check()
      var count = CountRequest(keywords)
      (count.grouping, count.selection) = (request.period, request.selection)
      count.isExact = request.isExact
      count.excludedRepetitions = request.options.excludedRepetitions
      let counts = try self.count(count)
      if let number = counts.rejected.min() {
        throw InputError(.noWord(keyword: counts.keywords[number]))
      }
      let frequencies = try words(request)
      let periods = try periods(counts.labels, request)
      let byGroup = Dictionary(uniqueKeysWithValues: zip(counts.labels, counts.cells))
      return report(periods, frequencies) { words in
        counts.keywords.enumerated().map { number, keyword in
          TrendReport.Series(
            term: keyword, counts: periods.map { byGroup[$0]?[number].count ?? 0 }, words: words)
        }
      }
    }
  }

  /// Returns the terms that rise or fall most, by the p-value of the Mann–Kendall test and then by count.
  ///
  /// - Parameters:
  ///   - request: the period, the selection and the terms.
  ///   - rising: whether to return the terms that rise, or those that fall.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`. The code is
  ///   `invalidRequest` also if there are more than 400 periods.
  /// - Complexity: O(words selected + terms × periods²).
  public func trends(_ request: TrendRequest, rising: Bool) throws(ZimuError) -> TrendReport {
    try translatingErrors {
      try request.check()
      let trends = try TermTrends(request, in: self)
      guard !trends.isTooLong else {
        throw InputError(.tooManyPeriods(count: trends.periods.count))
      }
      return try trends.report(rising: rising)
    }
  }

  /// The periods of a request that have episodes, and what lies between them; episodes in order of
  /// their dates.
  func periods(_ labels: [String], _ request: TrendRequest) throws -> [String] {
    guard request.period == .episode else {
      return Periods(from: labels, by: request.period).labels
    }
    let known = Set(labels)
    let dated = try zip(names, records).filter { known.contains($0.0) && !$0.1.date.isEmpty }
    return dated.sorted { ($0.1.date, $0.0) < ($1.1.date, $1.0) }.map(\.0)
  }

  /// How many words each period has.
  private func words(_ request: TrendRequest) throws -> [String: Int] {
    var words: [String: Int] = [:]
    for group in try corpusSelection(request.selection, by: request.period).groups {
      for member in group.members {
        words[group.label, default: 0] += try member.wordCount(in: reader)
      }
    }
    return words
  }

  func report(
    _ periods: [String], _ words: [String: Int],
    _ series: (_ words: [Int]) throws -> [TrendReport.Series]
  ) rethrows -> TrendReport {
    let counts = periods.map { words[$0, default: 0] }
    return TrendReport(
      periods: periods, wordCounts: counts, series: try series(counts),
      undatedWords: words.values.reduce(0, +) - counts.reduce(0, +))
  }
}

extension TrendReport.Series {
  var total: Int { counts.reduce(0, +) }

  /// - Parameter words: of each period.
  init(term: String, counts: [Int], words: [Int]) {
    self.term = term
    self.counts = counts
    perMillion = zip(counts, words).map { $1 == 0 ? nil : Double($0) / Double($1) * 1e6 }
    trend = MannKendall(perMillion)
  }
}
