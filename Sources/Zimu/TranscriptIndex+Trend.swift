import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// The series of given texts, counted as `count` counts them.
  ///
  /// - Throws: as `count` does.
  public func trend(
    of keywords: KeywordList, _ request: TrendRequest
  ) throws -> TrendReport {
    var count = CountRequest(keywords)
    (count.grouping, count.selection) = (request.period, request.selection)
    let counts = try self.count(count)
    if let number = counts.rejected.min() {
      throw ZimuError(
        "“\(counts.keywords[number])” has no letter, digit or character of a word")
    }
    let frequencies = try words(request)
    let periods = try periods(counts.groups, request)
    let byGroup = Dictionary(uniqueKeysWithValues: zip(counts.groups, counts.cells))
    return report(periods, frequencies) { words in
      counts.keywords.enumerated().map { number, keyword in
        TrendReport.Series(
          term: keyword, counts: periods.map { byGroup[$0]?[number].count ?? 0 }, words: words)
      }
    }
  }

  /// The terms that rise most, or fall most: by Mann and Kendall's test, then by their counts.
  ///
  /// - Complexity: O(words selected + terms × periods²).
  public func trends(_ request: TrendRequest, rising: Bool) throws -> TrendReport {
    let hidden = try request.filter.hidden(in: reader)
    let selection = try corpusSelection(request.selection, by: request.period)
    let periods = try periods(selection.groups.map(\.label), request)
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    var counts: [Int: [Int]] = [:]
    var words: [String: Int] = [:]
    try TermFrequencies.forEach(in: selection, of: reader) { frequencies in
      words[frequencies.group] = frequencies.wordCount
      guard let place = places[frequencies.group] else { return }
      for count in frequencies.counts where hidden[count.term] == nil {
        counts[count.term, default: Array(repeating: 0, count: periods.count)][place] = count.count
      }
    }
    counts = counts.filter { $0.value.reduce(0, +) >= request.minimum }
    let report = try report(periods, words) { words in
      try counts.sorted { $0.key < $1.key }.map { term, counts in
        TrendReport.Series(
          term: String(decoding: try reader.displaySpelling(of: term), as: UTF8.self),
          counts: counts, words: words)
      }
    }
    // By S, not by the slope: of a word that stands in few periods the median slope is 0.
    let sign = rising ? 1 : -1
    let fitting = report.series.filter { $0.trend.statistic * sign > 0 }
    let sorted = fitting.enumerated().sorted { first, second in
      let (one, other) = (first.element.trend, second.element.trend)
      let (p, q) = (one.probability ?? 1, other.probability ?? 1)
      if p != q { return p < q }
      if one.statistic != other.statistic {
        return one.statistic * sign > other.statistic * sign
      }
      let (count, others) = (first.element.total, second.element.total)
      return count != others ? count > others : first.offset < second.offset
    }
    return TrendReport(
      periods: report.periods, wordCounts: report.wordCounts,
      series: sorted.prefix(request.top).map(\.element), undatedWords: report.undatedWords)
  }

  /// The periods of a request that have episodes, and what lies between them; episodes in order of
  /// their dates.
  private func periods(_ labels: [String], _ request: TrendRequest) throws -> [String] {
    guard request.period == .episode else {
      return Periods(from: labels, by: request.period).labels
    }
    let known = Set(labels)
    let dated = try zip(names, episodes).filter { known.contains($0.0) && !$0.1.date.isEmpty }
    return dated.sorted { ($0.1.date, $0.0) < ($1.1.date, $1.0) }.map(\.0)
  }

  /// How many words each period has.
  private func words(_ request: TrendRequest) throws -> [String: Int] {
    var words: [String: Int] = [:]
    for group in try corpusSelection(request.selection, by: request.period).groups {
      for member in group.members { words[group.label, default: 0] += try wordCount(of: member) }
    }
    return words
  }

  private func wordCount(of member: CorpusSelection.Member) throws -> Int {
    try member.wordRanges(in: reader).reduce(0) { $0 + $1.count }
  }

  private func report(
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
  fileprivate var total: Int { counts.reduce(0, +) }

  /// - Parameter words: of each period.
  fileprivate init(term: String, counts: [Int], words: [Int]) {
    self.term = term
    self.counts = counts
    perMillion = zip(counts, words).map { $1 == 0 ? nil : Double($0) / Double($1) * 1e6 }
    trend = MannKendall(perMillion)
  }
}
