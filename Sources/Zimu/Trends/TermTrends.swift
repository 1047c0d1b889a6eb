import CorpusAnalysis
import InvertedIndex

/// How often each term of a selection stands in each of some periods.
struct TermTrends {
  /// All pairs of periods are compared.
  private static let mostPeriods = 400

  private let index: TranscriptIndex
  private let request: TrendRequest
  private let reader: TermReader
  private let selection: CorpusSelection
  /// In order of time.
  let periods: [String]
  /// How many words each group of the selection has, by its label.
  private var words: [String: Int] = [:]
  /// Of each term that is frequent enough its count in each period.
  private var counts: [Int: [Int]] = [:]
  private var hidden: [TermFilter.Reason: HiddenTerms] = [:]
  /// The phrase that most of a term's occurrences stand in.
  private var nestedIn: [Int: Int] = [:]

  init(_ request: TrendRequest, in index: TranscriptIndex) throws {
    let options = request.options
    (self.index, self.request) = (index, request)
    selection = try index.corpusSelection(
      request.selection, by: request.period, leavingOut: options.excludedRepetitions)
    reader = try TermReader(
      index, options,
      phrases: try index.corpusSelection(
        request.selection, by: .total, leavingOut: options.excludedRepetitions))
    periods = try index.periods(selection.groups.map(\.label), request)
    if !isTooLong { try count() }
  }

  /// Whether there are more periods than can be compared.
  var isTooLong: Bool { periods.count > Self.mostPeriods }

  private mutating func count() throws {
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    let isCandidate = try candidates()
    let nothing = [Int](repeating: 0, count: periods.count)
    var (words, counts, hidden) = (words, counts, hidden)
    try TermFrequencies.forEach(
      in: selection, of: index.reader, terms: reader.terms
    ) { frequencies in
      words[frequencies.group] = frequencies.wordCount
      reader.add(frequencies, to: &hidden)
      guard let place = places[frequencies.group] else { return }
      for count in frequencies.counts where isCandidate[count.term] {
        counts[count.term, default: nothing][place] = count.count
      }
    }
    (self.words, self.counts, self.hidden) = (words, counts, hidden)
    fold()
  }

  /// Whether each term may be frequent enough: most are rarer in all of the index. Rare phrases are
  /// counted for what they fold.
  private func candidates() throws -> [Bool] {
    try (0..<reader.terms.count).map { term in
      guard reader.isShown(term) else { return false }
      return try reader.terms.phrase(term) != nil
        || reader.terms.count(of: term, in: index.reader) >= request.minimumCount
    }
  }

  /// Takes out what is rare, and what stands mostly inside of longer phrases.
  private mutating func fold() {
    var totals = [Int](repeating: 0, count: reader.terms.count)
    for (term, counts) in counts { totals[term] = counts.reduce(0, +) }
    let frequencies = TermFrequencies(counts: totals, wordCount: 0)
    var kept: [Int: [Int]] = [:]
    for (term, counts) in counts
    where reader.terms.isListed(term) && totals[term] >= request.minimumCount {
      nestedIn[term] = reader.phrase(around: term, in: frequencies)
      if nestedIn[term] != nil, !reader.options.showsNested {
        hidden.add(totals[term], .nested)
      } else {
        kept[term] = counts
      }
    }
    counts = kept
  }

  /// Whether there are enough periods with words to say that anything rises or falls.
  var tells: Bool { periods.count { words[$0, default: 0] > 0 } >= MannKendall.shortest }

  /// A term's rates a million words, by its key; nothing of one that is too rare to rise or fall.
  func rates(ofKey key: String) throws -> [Double?] {
    let term = try reader.terms.term(withKey: Array(key.utf8), in: index.reader)
    guard let counts = term.flatMap({ counts[$0] }) else { return [] }
    return periods.enumerated().map { place, period in
      let all = words[period, default: 0]
      return all == 0 ? nil : Double(counts[place]) / Double(all) * 1e6
    }
  }

  /// The terms that rise most, or fall most.
  func report(rising: Bool) throws -> TrendReport {
    let terms = counts.keys.sorted { reader.terms.order(of: $0) < reader.terms.order(of: $1) }
    var report = try index.report(periods, words) { words in
      try terms.map { term in
        TrendReport.Series(
          term: try reader.spelling(of: term), counts: counts[term]!, words: words)
      }
    }
    report.adjust()
    let sign = rising ? 1 : -1
    let sorted = report.series.enumerated().filter { $0.element.trend.statistic * sign > 0 }
      .sorted { $0.element.precedes($1.element, sign, $0.offset < $1.offset) }
      .lazy.filter { $0.element.slope * Double(sign) >= TrendReport.leastSlope }
      .prefix(max(request.top, request.top &+ 1))
    // One more than is shown tells that there are more.
    let found = Array(sorted)
    let shown = found.prefix(request.top)
    let dated = selection.groups.filter { periods.contains($0.label) }.flatMap(\.members)
    let rows = try reader.rows(
      shown.map { (terms[$0.offset], nestedIn[terms[$0.offset]]) },
      in: dated.sorted { $0.episode < $1.episode })
    report.series = zip(shown, rows).map { series, row in
      var series = series.element
      series.shown = row
      return series
    }
    report.hasMore = found.count > shown.count
    (report.repetitions, report.hidden) = (reader.repeated.repetitions, hidden)
    return report
  }
}

extension TrendReport {
  /// Corrects the probabilities of all series for one another.
  fileprivate mutating func adjust() {
    guard series.allSatisfy({ $0.trend.probability != nil }) else { return }
    let adjusted = Keyness.adjusted(series.map { $0.trend.probability ?? 1 })
    for (number, probability) in adjusted.enumerated() {
      series[number].adjustedProbability = probability
    }
  }
}

extension TrendReport.Series {
  /// - Parameters:
  ///   - sign: 1 if what rises comes first, −1 if what falls does.
  ///   - isFirst: whether this one comes first by its key.
  fileprivate func precedes(_ other: Self, _ sign: Int, _ isFirst: Bool) -> Bool {
    let (p, q) = (trend.probability ?? 1, other.trend.probability ?? 1)
    if p != q { return p < q }
    if trend.statistic != other.trend.statistic {
      return trend.statistic * sign > other.trend.statistic * sign
    }
    return total != other.total ? total > other.total : isFirst
  }
}
