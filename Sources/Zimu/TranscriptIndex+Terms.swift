import CorpusAnalysis
import InvertedIndex
import TextNormalization

extension TranscriptIndex {
  /// Counts terms.
  ///
  /// - Throws: `QueryError` for a selection that does not parse, `IndexError` for a damaged index.
  /// - Complexity: O(words selected + groups × terms).
  public func terms(_ request: TermsRequest) throws -> TermsReport {
    let selection = try corpusSelection(request.selection, by: request.grouping)
    switch request.counted {
    case .words: return try words(selection, request)
    case .fillers: return try fillers(selection, request)
    }
  }

  /// What a filter selects, in groups.
  func corpusSelection(
    _ selection: String?, by grouping: Grouping
  ) throws -> CorpusSelection {
    let filter = try filter(selection)
    if grouping == .total, filter.isEverything { return CorpusSelection(everythingIn: reader) }
    return try CorpusSelection(
      of: reader, by: grouping, names: try names, usesSpeakers: filter.usesSpeakers,
      includes: filter.includes)
  }

  private func words(
    _ selection: CorpusSelection, _ request: TermsRequest
  ) throws -> TermsReport {
    let hidden = try request.filter.hidden(in: reader)
    let speller = try TermSpeller(reader, request.spelling)
    var left: [TermFilter.Hidden: TermTable.Left] = [:]
    var groups: [TermsReport.Group] = []
    for frequencies in try TermFrequencies.count(selection, in: reader) {
      let table = try TermTable(
        frequencies, of: reader, hidden: hidden, order: request.order, top: request.top)
      left.merge(table.left) { $0 + $1 }
      let rows = try table.rows.enumerated().map { index, row in
        TermsReport.Row(
          rank: index + 1, term: try speller.spelling(of: row.term),
          key: String(decoding: try reader.key(of: row.term), as: UTF8.self), count: row.count,
          perMillion: row.perMillion, episodes: row.episodes,
          tfidf: request.order == .tfidf ? row.tfidf : nil)
      }
      groups.append(
        TermsReport.Group(label: table.group, rows: rows, wordCount: frequencies.wordCount))
    }
    return TermsReport(groups: groups, left: left)
  }

  private func fillers(
    _ selection: CorpusSelection, _ request: TermsRequest
  ) throws -> TermsReport {
    guard request.order != .tfidf else { throw ZimuError("fillers have no tfidf") }
    let spellings = try FillerFrequencies.displaySpellings(in: reader)
    let converter = request.spelling == .simplified ? try SimplifiedConverter() : nil
    let groups = try FillerFrequencies.count(selection, in: reader).map { frequencies in
      let sorted = frequencies.counts.sorted { $0.precedes($1, by: request.order) }
      let rows = sorted.prefix(request.top).enumerated().map { index, count in
        let spelling = spellings[count.filler] ?? count.filler
        return TermsReport.Row(
          rank: index + 1, term: converter?.convert(spelling) ?? spelling, key: count.filler,
          count: count.count,
          perMillion: Double(count.count) / Double(frequencies.wordCount) * 1e6,
          episodes: count.episodes, tfidf: nil)
      }
      return TermsReport.Group(
        label: frequencies.group, rows: rows, wordCount: frequencies.wordCount)
    }
    return TermsReport(groups: groups, left: [:])
  }
}

/// Spells terms for tables.
private struct TermSpeller {
  private let reader: IndexReader
  private let converter: SimplifiedConverter?

  init(_ reader: IndexReader, _ spelling: TermsRequest.Spelling) throws {
    self.reader = reader
    converter = spelling == .simplified ? try SimplifiedConverter() : nil
  }

  func spelling(of term: Int) throws -> String {
    let spelling = String(decoding: try reader.displaySpelling(of: term), as: UTF8.self)
    return converter?.convert(spelling) ?? spelling
  }
}

extension FillerFrequencies.Count {
  fileprivate func precedes(_ other: Self, by order: TermTable.Order) -> Bool {
    let byKey = filler.utf8.lexicographicallyPrecedes(other.filler.utf8)
    switch order {
    case .term: return byKey
    case .episodes where episodes != other.episodes: return episodes > other.episodes
    default: return count != other.count ? count > other.count : byKey
    }
  }
}

extension TermTable.Left {
  fileprivate static func + (first: Self, second: Self) -> Self {
    var sum = first
    sum.words += second.words
    sum.terms += second.terms
    return sum
  }
}
