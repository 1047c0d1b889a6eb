import CorpusAnalysis
import InvertedIndex
import TextNormalization
import UserInput

extension TranscriptIndex {
  /// Returns the frequency table of each group.
  ///
  /// - Parameter request: the selection, the groups, and what is counted.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(words selected + groups × terms).
  public func terms(_ request: TermsRequest) throws(ZimuError) -> TermsReport {
    try translatingErrors {
      try request.check()
      let selection = try corpusSelection(
        request.selection, by: request.grouping, leavingOut: request.options.excludedRepetitions)
      switch request.termClass {
      case .words: return try terms(selection, request)
      case .fillers: return try fillers(selection, request)
      }
    }
  }

  /// What a filter selects, in groups.
  func corpusSelection(
    _ selection: String?, by grouping: Grouping, leavingOut leftOut: Set<Repetition> = []
  ) throws -> CorpusSelection {
    let filter = try filter(selection)
    let repeated = try cues(of: leftOut)
    guard grouping != .total || !filter.isEverything else {
      return CorpusSelection(everythingIn: reader).leavingOut(repeated)
    }
    return try CorpusSelection(
      of: reader, by: grouping, names: try names, usesSpeakers: filter.usesSpeakers,
      leavingOut: repeated.union(filter.leftOut), includes: filter.includes)
  }

  private func terms(
    _ selection: CorpusSelection, _ request: TermsRequest
  ) throws -> TermsReport {
    let reader = try TermReader(
      self, request.options, phrases: try phraseSelection(request),
      simplified: request.spelling == .simplified)
    let members = selection.membersByLabel
    var hidden: [TermFilter.Reason: HiddenTerms] = [:]
    var groups: [TermsReport.Group] = []
    try TermFrequencies.forEach(
      in: selection, of: self.reader, terms: reader.terms
    ) { frequencies in
      let table = try TermTable(
        frequencies, of: self.reader, terms: reader.terms, hidden: reader.hidden,
        order: request.order, top: request.top, showsNested: request.options.showsNested)
      hidden.merge(table.hidden) { $0 + $1 }
      let shown = try reader.rows(
        table.rows.map { ($0.term, $0.nestedIn) }, in: members[table.group] ?? [])
      let rows = zip(table.rows, shown).enumerated().map { index, row in
        TermsReport.Row(
          rank: index + 1, shown: row.1, count: row.0.count, perMillion: row.0.perMillion,
          episodes: row.0.episodes, tfidf: request.order == .tfidf ? row.0.tfidf : nil)
      }
      groups.append(
        TermsReport.Group(
          label: table.group, rows: rows, termCount: table.shownTerms,
          wordCount: frequencies.wordCount))
    }
    return TermsReport(
      groups: groups, hidden: hidden, repetitions: reader.repeated.repetitions,
      phrasesFailure: reader.phrasesFailure.map { ZimuError($0) })
  }

  /// Where phrases are looked for: in all groups together.
  private func phraseSelection(_ request: TermsRequest) throws -> CorpusSelection {
    try corpusSelection(
      request.selection, by: .total, leavingOut: request.options.excludedRepetitions)
  }

  /// Returns the frequency table of the whole selection, with the numbers of each row in each group.
  ///
  /// - Parameter request: the selection, the groups, and what is counted. `top` limits the rows of the whole
  ///   table.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(words selected + groups × terms).
  public func wideTerms(_ request: TermsRequest) throws(ZimuError) -> WideTermsReport {
    try translatingErrors {
      try request.check()
      var total = request
      total.grouping = .total
      let all = try terms(total)
      let keys = (all.groups.first?.rows ?? []).map(\.key)
      let selection = try corpusSelection(
        request.selection, by: request.grouping, leavingOut: request.options.excludedRepetitions)
      var (labels, cells) = ([String](), keys.map { _ in [WideTermsReport.Cell]() })
      func add(
        _ label: String, _ words: Int, _ find: (String) -> (count: Int, episodes: Int)?
      ) {
        labels.append(label)
        for (place, key) in keys.enumerated() { cells[place].append(.init(find(key), of: words)) }
      }
      if request.termClass == .fillers {
        for group in try FillerFrequencies.count(selection, in: reader) {
          let found = Dictionary(
            uniqueKeysWithValues: group.counts.map { ($0.filler, ($0.count, $0.episodes)) })
          add(group.group, group.wordCount) { found[$0] }
        }
      } else {
        let terms = try TermReader(
          self, request.options, phrases: try phraseSelection(request)
        ).terms
        let numbers = Dictionary(
          uniqueKeysWithValues: try keys.map {
            ($0, try terms.term(withKey: Array($0.utf8), in: reader))
          })
        try TermFrequencies.forEach(in: selection, of: reader, terms: terms) { group in
          add(group.group, group.wordCount) { key in
            (numbers[key] ?? nil).flatMap(group.find).map { ($0.count, $0.episodes) }
          }
        }
      }
      return WideTermsReport(total: all, labels: labels, cells: cells)
    }
  }

  private func fillers(
    _ selection: CorpusSelection, _ request: TermsRequest
  ) throws -> TermsReport {
    guard request.order != .tfidf else { throw InputError(.fillersWithoutTFIDF) }
    let spellings = try FillerFrequencies.displaySpellings(in: reader)
    let converter = request.spelling == .simplified ? try SimplifiedConverter() : nil
    let repeated = try repeatedCues(but: request.options.excludedRepetitions)
    let found = try FillerFrequencies.count(
      selection, in: reader, places: request.options.evidence, repeated: repeated.sets)
    let groups = try found.map { frequencies in
      let sorted = frequencies.counts.sorted { $0.precedes($1, by: request.order) }
        .prefix(request.top)
      let evidence = try lines(at: sorted.map(\.places))
      let rows = sorted.enumerated().map { index, count in
        let spelling = spellings[count.filler] ?? count.filler
        return TermsReport.Row(
          rank: index + 1,
          shown: DisplayedTerm(
            term: converter?.convert(spelling) ?? spelling, key: count.filler, nestedIn: nil,
            repeatedCounts: count.repeatedCounts, evidence: evidence[index]),
          count: count.count,
          perMillion: Double(count.count) / Double(frequencies.wordCount) * 1e6,
          episodes: count.episodes, tfidf: nil)
      }
      return TermsReport.Group(
        label: frequencies.group, rows: rows, termCount: frequencies.counts.count,
        wordCount: frequencies.wordCount)
    }
    return TermsReport(
      groups: groups, hidden: [:], repetitions: repeated.repetitions, phrasesFailure: nil)
  }
}

extension FillerFrequencies.Count {
  fileprivate func precedes(_ other: Self, by order: TermOrder) -> Bool {
    let byKey = filler.utf8.lexicographicallyPrecedes(other.filler.utf8)
    switch order {
    case .term: return byKey
    case .episodes where episodes != other.episodes: return episodes > other.episodes
    default: return count != other.count ? count > other.count : byKey
    }
  }
}

extension HiddenTerms {
  fileprivate static func + (first: Self, second: Self) -> Self {
    var sum = first
    sum.words += second.words
    sum.terms += second.terms
    return sum
  }
}
