import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Returns the phrases of a selection, with the statistics that make them phrases.
  ///
  /// - Parameter request: the selection, the thresholds and the order.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(words selected), in about a dozen passes. The phrases of the whole index are stored
  ///   beside it and reused until it changes.
  public func phrases(_ request: PhrasesRequest) throws(ZimuError) -> PhrasesReport {
    try translatingErrors {
      try request.check()
      let selection = try corpusSelection(
        request.selection, by: .total, leavingOut: request.options.excludedRepetitions)
      let reader = try TermReader(
        self, request.options, try phrases(in: selection, request.criteria), listsCompounds: false)
      let frequencies = try TermFrequencies.count(selection, in: self.reader, terms: reader.terms)
      guard let frequencies = frequencies.first else { return .empty(reader.repeated.repetitions) }
      let table = try TermTable(
        frequencies, of: self.reader, terms: reader.terms, hidden: reader.hidden, order: .count,
        top: .max, showsNested: request.options.showsNested)
      let rows = table.rows.sorted { $0.precedes($1, by: request.order, reader.terms) }
        .prefix(request.top)
      let shown = try reader.rows(
        rows.map { ($0.term, $0.nestedIn) }, in: selection.groups.flatMap(\.members))
      return PhrasesReport(
        rows: zip(rows, shown).enumerated().map { index, row in
          PhrasesReport.Row(
            rank: index + 1, shown: row.1, count: row.0.count, perMillion: row.0.perMillion,
            episodes: row.0.episodes, statistics: reader.terms.phrase(row.0.term)!.statistics)
        }, phraseCount: table.shownTerms, hidden: table.hidden, wordCount: frequencies.wordCount,
        repetitions: reader.repeated.repetitions)
    }
  }

  /// The phrases of a selection, found once for all parts of a report. Those of the whole index, by the
  /// standard criteria, are kept beside it.
  func phrases(
    in selection: CorpusSelection, _ criteria: PhraseCriteria
  ) throws -> PhraseList {
    try sharedPhrases.get(selection, criteria) {
      guard selection.isEverything, criteria == PhraseCriteria() else {
        return try PhraseList(in: selection, of: reader, criteria)
      }
      return try keptPhrases(selection, criteria)
    }
  }

  private func keptPhrases(
    _ selection: CorpusSelection, _ criteria: PhraseCriteria
  ) throws -> PhraseList {
    if let bytes = directory.derived(.phrases, from: reader),
      let list = PhraseList(bytes, criteria, termCount: try reader.termCount)
    {
      return list
    }
    let list = try PhraseList(in: selection, of: reader, criteria)
    directory.keep(list.bytes(criteria), as: .phrases, from: reader)
    return list
  }
}

extension PhrasesReport {
  fileprivate static func empty(_ repetitions: [Repetition]) -> PhrasesReport {
    PhrasesReport(rows: [], phraseCount: 0, hidden: [:], wordCount: 0, repetitions: repetitions)
  }
}

extension TermTable.Row {
  /// Rows are in order of their counts, then keys, already.
  fileprivate func precedes(
    _ other: Self, by order: PhrasesRequest.Order, _ terms: TermInventory
  ) -> Bool {
    guard let mine = terms.phrase(term)?.statistics,
      let theirs = terms.phrase(other.term)?.statistics
    else { return false }
    let (first, second): (Double, Double) =
      switch order {
      case .count: (Double(count), Double(other.count))
      case .cValue: (mine.cValue, theirs.cValue)
      case .logLikelihood: (mine.logLikelihood, theirs.logLikelihood)
      case .npmi: (mine.npmi, theirs.npmi)
      case .freedom: (mine.freedom, theirs.freedom)
      case .term: (Double(other.term), Double(term))
      }
    if first != second { return first > second }
    return count != other.count ? count > other.count : term < other.term
  }
}
