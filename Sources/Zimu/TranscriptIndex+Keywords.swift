import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Finds what marks a part of the index against the rest, or against something else.
  ///
  /// - Throws: `QueryError` for a filter that does not parse, `IndexError` for a damaged index.
  /// - Complexity: O(words selected), and of what is missing O(groups × terms).
  public func keywords(_ request: KeywordsRequest) throws -> KeywordsReport {
    let reference = try ReferenceCounts(request, in: self)
    let hidden = try request.filter.hidden(in: reader)
    let candidates = request.isNegative ? reference.terms.filter { hidden[$0] == nil } : nil
    let target = try corpusSelection(request.target, by: request.grouping)
    var groups: [KeywordsReport.Group] = []
    try TermFrequencies.forEach(in: target, of: reader) { frequencies in
      let table = try KeywordTable(
        frequencies, reference: reference.count,
        words: reference.words(besides: frequencies),
        candidates: candidates, isShown: { hidden[$0] == nil },
        minimum: request.minimum, method: request.method, isNegative: request.isNegative,
        top: request.top, idf: idf)
      groups.append(try group(table))
    }
    return KeywordsReport(groups: groups)
  }

  /// ln((1 + n) / (1 + df)) + 1, over the whole index.
  private func idf(_ term: Int) throws(IndexError) -> Double {
    let ratio =
      Double(1 + reader.episodeCount) / Double(1 + (try reader.episodeCount(of: term)))
    return ratio.naturalLogarithm + 1
  }

  private func group(_ table: KeywordTable) throws -> KeywordsReport.Group {
    let rows = try table.rows.enumerated().map { index, row in
      KeywordsReport.Row(
        rank: index + 1,
        term: String(decoding: try reader.displaySpelling(of: row.term), as: UTF8.self),
        key: String(decoding: try reader.key(of: row.term), as: UTF8.self), statistics: row)
    }
    return KeywordsReport.Group(label: table.group, rows: rows, isByCount: table.isByCount)
  }
}

/// How often the terms of an index stand in what its parts are compared with.
private struct ReferenceCounts {
  /// By the terms of the index; others are in the words only.
  private var counts: [Int]
  private var words: Int
  /// Whether what is compared is in here, too, and has to be taken out.
  let includesTarget: Bool

  init(_ request: KeywordsRequest, in index: TranscriptIndex) throws {
    counts = [Int](repeating: 0, count: try index.reader.termCount)
    words = 0
    switch request.reference {
    case .rest:
      includesTarget = true
      // Each group against the others of the target; one target against all that it is not.
      let whole = request.grouping == .total ? nil : request.target
      try add(index.corpusSelection(whole, by: .total), of: index)
    case .selection(let filter):
      includesTarget = false
      try add(index.corpusSelection(filter, by: .total), of: index)
    case .index(let other):
      includesTarget = false
      for term in 0..<(try other.reader.termCount) {
        let count = try other.reader.count(of: term)
        words += count
        if let own = try index.reader.term(withKey: try other.reader.key(of: term)) {
          counts[own] += count
        }
      }
    case .counts(let list):
      includesTarget = false
      for (key, count) in list {
        words += count
        if let own = try index.reader.term(withKey: Array(key.utf8)[...]) { counts[own] += count }
      }
    }
  }

  private mutating func add(_ selection: CorpusSelection, of index: TranscriptIndex) throws {
    var (counts, words) = (counts, words)
    try TermFrequencies.forEach(in: selection, of: index.reader) { frequencies in
      words += frequencies.wordCount
      for count in frequencies.counts { counts[count.term] += count.count }
    }
    (self.counts, self.words) = (counts, words)
  }

  /// The terms that stand in it.
  var terms: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// How often a term stands in it, besides so many occurrences in what is compared with it.
  func count(_ term: Int, besides inside: Int) -> Int {
    counts[term] - (includesTarget ? inside : 0)
  }

  func words(besides part: TermFrequencies) -> Int {
    words - (includesTarget ? part.wordCount : 0)
  }
}
