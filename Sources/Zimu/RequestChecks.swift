import CorpusAnalysis
import InvertedIndex
import UserInput

extension TermOptions {
  func check() throws(ZimuError) {
    try ZimuError.check(evidence, "evidence", in: 0...1_000)
  }
}

extension TermsRequest {
  func check() throws(ZimuError) {
    try ZimuError.check(rows: top, "top")
    try options.check()
  }
}

extension KeywordsRequest {
  func check() throws(ZimuError) {
    try ZimuError.check(rows: top, "top")
    try options.check()
    guard case .counts(let counts) = reference else { return }
    // Counts are added up.
    var total = 0
    for (word, count) in counts {
      let range = 0...(WordCounts.mostWords - total)
      guard range.contains(count) else {
        throw ZimuError(.countOutOfRange(word: word, count: count, range: range))
      }
      total += count
    }
  }
}

extension PhrasesRequest {
  func check() throws(ZimuError) {
    try ZimuError.check(rows: top, "top")
    try options.check()
    for (name, value) in [
      ("logLikelihood", criteria.logLikelihood), ("npmi", criteria.npmi),
      ("freedom", criteria.freedom),
    ] where !value.isFinite {
      throw ZimuError(.notFinite(name: name, value: value))
    }
  }
}

extension TrendRequest {
  func check() throws(ZimuError) {
    try ZimuError.check(rows: top, "top")
    try options.check()
  }
}

extension ReportRequest {
  func check() throws(ZimuError) {
    try ZimuError.check(rows: top, "top")
    try ZimuError.check(rows: trendTop, "trendTop")
    try ZimuError.check(rows: keywordTop, "keywordTop")
    try ZimuError.check(rows: episodes, "episodes")
    try options.check()
  }
}

extension SearchRequest {
  func check() throws(ZimuError) {
    try ZimuError.check(rows: limit, "limit")
    try ZimuError.check(rows: offset, "offset")
    try ZimuError.check(rows: perEpisode, "perEpisode")
    try ZimuError.check(rows: neighbours, "neighbours")
  }
}

extension TranscriptRequest {
  func check() throws(ZimuError) {
    let times = 0...RecordingTime.last
    if let moment { try ZimuError.check(moment, "moment", in: times) }
    try ZimuError.check(around, "around", in: times)
  }
}

extension ConcordanceRequest {
  /// The terminal cells that may be told on each side.
  public static let widthRange = 1...1_000

  func check() throws(ZimuError) {
    try ZimuError.check(rows: limit, "limit")
    if let sample { try ZimuError.check(rows: sample, "sample") }
    try ZimuError.check(width, "width", in: Self.widthRange)
  }
}
