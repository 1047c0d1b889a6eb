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
  private var left: [TermFilter.Hidden: TermTable.Left] = [:]

  init(_ request: TrendRequest, in index: TranscriptIndex) throws {
    let options = request.options
    selection = try index.corpusSelection(
      request.selection, by: request.period, withoutLoops: options.leavesOutLoops)
    let reader = try TermReader(
      index, options,
      phrases: try index.corpusSelection(
        request.selection, by: .total, withoutLoops: options.leavesOutLoops))
    (self.index, self.request, self.reader) = (index, request, reader)
    periods = try index.periods(selection.groups.map(\.label), request)
    guard periods.count <= Self.mostPeriods else {
      throw ZimuError(
        "\(periods.count) periods are too many to compare; take longer ones, or fewer with a filter"
      )
    }
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    // Most terms are rarer in all of the index.
    var isCandidate: [Bool] = []
    for term in 0..<reader.terms.count {
      let count = try reader.terms.count(of: term, in: index.reader)
      isCandidate.append(count >= request.minimum && reader.isShown(term))
    }
    let nothing = [Int](repeating: 0, count: periods.count)
    try TermFrequencies.forEach(
      in: selection, of: index.reader, terms: reader.terms
    ) { frequencies in
      words[frequencies.group] = frequencies.wordCount
      reader.add(frequencies, to: &left)
      guard let place = places[frequencies.group] else { return }
      for count in frequencies.counts where isCandidate[count.term] {
        counts[count.term, default: nothing][place] = count.count
      }
    }
    let all = counts
    let totals = TermFrequencies(
      counts: (0..<reader.terms.count).map { all[$0]?.reduce(0, +) ?? 0 }, wordCount: 0)
    counts = all.filter { term, counts in
      reader.terms.isListed(term) && counts.reduce(0, +) >= request.minimum
        && !reader.isNested(term, in: totals)
    }
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
    // By S, not by the slope: of a word that stands in few periods the median slope is 0.
    let sign = rising ? 1 : -1
    let sorted = report.series.enumerated().filter { $0.element.trend.statistic * sign > 0 }
      .sorted { $0.element.precedes($1.element, sign, $0.offset < $1.offset) }
      .prefix(request.top)
    let dated = selection.groups.filter { periods.contains($0.label) }.flatMap(\.members)
    let rows = try reader.rows(
      sorted.map { (terms[$0.offset], nil) }, in: dated.sorted { $0.episode < $1.episode })
    report.series = zip(sorted, rows).map { series, row in
      var series = series.element
      series.shown = row
      return series
    }
    (report.hasLoops, report.left) = (reader.hasLoops, left)
    return report
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
