import CorpusAnalysis
import InvertedIndex
import UserInput

extension TermOptions {
  func check() throws(InputError) {
    try InputError.check(evidence, "evidence", in: 0...1_000)
    try InputError.check(filter.minimumLength, "minimumLength", in: 1...Int.max)
  }
}

extension TermsRequest {
  func check() throws(InputError) {
    try InputError.check(rows: top, "top")
    try options.check()
  }
}

extension KeywordsRequest {
  func check() throws(InputError) {
    try InputError.check(rows: top, "top")
    try InputError.check(minimumCount, "minimumCount", in: 1...Int.max)
    try options.check()
    if isNegative, method == .tfidf { throw InputError(.negativeTFIDF) }
    guard case .counts(let counts) = reference else { return }
    // Counts are added up.
    var total = 0
    for (word, count) in counts {
      let range = 0...(WordCounts.mostWords - total)
      guard range.contains(count) else {
        throw InputError(.countOutOfRange(word: word, count: count, range: range))
      }
      total += count
    }
  }
}

extension PhrasesRequest {
  func check() throws(InputError) {
    try InputError.check(rows: top, "top")
    try options.check()
    for (name, value) in [
      ("logLikelihood", criteria.logLikelihood), ("npmi", criteria.npmi),
      ("freedom", criteria.freedom),
    ] where !value.isFinite {
      throw InputError(.notFinite(name: name, value: value))
    }
  }
}

extension TrendRequest {
  func check() throws(InputError) {
    try InputError.check(rows: top, "top")
    try InputError.check(minimumCount, "minimumCount", in: 1...Int.max)
    try period.checkIsPeriod()
    try options.check()
  }
}

extension Grouping {
  /// Refuses groups that are in no order of time.
  fileprivate func checkIsPeriod() throws(InputError) {
    guard !isPeriod, self != .episode else { return }
    throw InputError(
      .unsuitable(
        name: "period", value: rawValue, expected: "day, week, month, quarter, year or episode"))
  }
}

extension ReportRequest {
  func check() throws(InputError) {
    try InputError.check(rows: top, "top")
    try InputError.check(rows: trendTop, "trendTop")
    try InputError.check(rows: keywordTop, "keywordTop")
    try InputError.check(rows: episodes, "episodes")
    try period.checkIsPeriod()
    try options.check()
  }
}

extension SearchRequest {
  func check() throws(InputError) {
    try InputError.check(rows: limit, "limit")
    try InputError.check(rows: offset, "offset")
    try InputError.check(rows: perEpisode, "perEpisode")
    try InputError.check(rows: neighbours, "neighbours")
  }
}

extension TranscriptRequest {
  func check() throws(InputError) {
    let times = 0...RecordingTime.last
    if let moment { try InputError.check(moment, "moment", in: times) }
    try InputError.check(around, "around", in: times)
  }
}

extension ConcordanceRequest {
  /// The range of `width`: from 1 to 1,000 terminal cells.
  public static let widthRange = 1...1_000

  func check() throws(InputError) {
    try InputError.check(rows: limit, "limit")
    if let sample { try InputError.check(rows: sample, "sample") }
    try InputError.check(width, "width", in: Self.widthRange)
  }
}
