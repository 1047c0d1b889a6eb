import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Returns the keywords of a selection, or of each of its groups: terms that are unusually frequent there.
  ///
  /// - Parameter request: the target, the reference, and the statistic.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(words selected); for negative keywords O(words selected + groups × terms).
  public func keywords(_ request: KeywordsRequest) throws(ZimuError) -> KeywordsReport {
    try translatingErrors {
      try request.check()
      let leftOut = request.options.excludedRepetitions
      let target = try corpusSelection(
        request.selection, by: request.grouping, leavingOut: leftOut)
      let reader = try TermReader(
        self, request.options,
        phrases: try corpusSelection(
          phraseFilter(request), by: .total, leavingOut: leftOut))
      let reference = try ReferenceCounts(request, in: self, reader.terms)
      let candidates = request.isNegative ? reference.terms.filter(reader.isShown) : nil
      // What is missing is rare in a group and nested in the reference.
      let whole = request.isNegative ? reference.frequencies : nil
      let members = target.membersByLabel
      var groups: [KeywordsReport.Group] = []
      var hidden: [TermFilter.Reason: HiddenTerms] = [:]
      try TermFrequencies.forEach(in: target, of: self.reader, terms: reader.terms) { frequencies in
        guard request.labels?.contains(frequencies.group) ?? true else { return }
        reader.add(frequencies, to: &hidden)
        let counted = whole ?? frequencies
        let table = try KeywordTable(
          frequencies, terms: reader.terms, reference: reference.count,
          words: reference.words(besides: frequencies),
          candidates: candidates, isShown: { reader.isShown($0) && reference.isKnown($0) },
          isNested: { term in
            guard !request.options.showsNested, reader.phrase(around: term, in: counted) != nil
            else { return false }
            hidden.add(counted.count(of: term), .nested)
            return true
          }, minimum: request.minimumCount, method: request.method, isNegative: request.isNegative,
          top: request.top,
          idf: { (term) throws(IndexError) in try reader.terms.idf(of: term, in: self.reader) })
        // What is missing in a group has its lines elsewhere.
        let places = request.isNegative ? reference.members : members[table.group] ?? []
        groups.append(try group(table, reader, frequencies.wordCount, counted, places))
      }
      return KeywordsReport(
        groups: groups, hidden: hidden, repetitions: reader.repeated.repetitions,
        phrasesFailure: reader.phrasesFailure.map { ZimuError($0) })
    }
  }

  /// Where phrases are looked for: in the target, or, where what is missing is asked for, in what it is
  /// compared with.
  private func phraseFilter(_ request: KeywordsRequest) -> String? {
    guard request.isNegative else { return request.selection }
    guard case .selection(let filter) = request.reference else { return nil }
    return filter
  }

  private func group(
    _ table: KeywordTable, _ reader: TermReader, _ wordCount: Int, _ counted: TermFrequencies,
    _ members: [CorpusSelection.Member]
  ) throws -> KeywordsReport.Group {
    let showsNested = reader.options.showsNested
    let shown = try reader.rows(
      table.rows.map { row in
        (row.term, showsNested ? reader.phrase(around: row.term, in: counted) : nil)
      }, in: members)
    let rows = zip(table.rows, shown).enumerated().map { index, row in
      KeywordsReport.Row(rank: index + 1, shown: row.1, statistics: row.0)
    }
    return KeywordsReport.Group(
      label: table.group, rows: rows, isByCount: table.isByCount, hasMore: table.hasMore,
      wordCount: wordCount)
  }
}

/// How often the terms of an index stand in what its parts are compared with.
private struct ReferenceCounts {
  /// By the terms that are compared; others are in the words only.
  private var counts: [Int]
  private var words = 0
  /// Whether what is compared is in here, too, and has to be taken out.
  private var includesTarget = false
  /// Whether what has no count is rare, and not just unknown.
  private var knowsPhrases = true
  private let wordTerms: Int
  /// The parts of the index that it is counted in; none of another index or of a file.
  private(set) var members: [CorpusSelection.Member] = []

  init(_ request: KeywordsRequest, in index: TranscriptIndex, _ terms: TermInventory) throws {
    counts = [Int](repeating: 0, count: terms.count)
    wordTerms = try index.reader.termCount
    switch request.reference {
    case .rest:
      includesTarget = true
      // Each group against the others of the target; one target against all that it is not.
      try add(request.grouping == .total ? nil : request.selection, request, index, terms)
    case .selection(let filter): try add(filter, request, index, terms)
    case .index(let other): try add(other, request, to: index, terms)
    case .counts(let list): try add(list, to: index, terms)
    }
  }

  private mutating func add(
    _ filter: String?, _ request: KeywordsRequest, _ index: TranscriptIndex, _ terms: TermInventory
  ) throws {
    let selection = try index.corpusSelection(
      filter, by: .total, leavingOut: request.options.excludedRepetitions)
    members = selection.groups.flatMap(\.members)
    var (counts, words) = (counts, words)
    try TermFrequencies.forEach(in: selection, of: index.reader, terms: terms) { frequencies in
      words += frequencies.wordCount
      for count in frequencies.counts { counts[count.term] += count.count }
    }
    (self.counts, self.words) = (counts, words)
  }

  /// Counts terms by their keys: what is a phrase here may be a word there, and the other way round.
  private mutating func add(
    _ other: TranscriptIndex, _ request: KeywordsRequest, to index: TranscriptIndex,
    _ terms: TermInventory
  ) throws {
    let selection = try other.corpusSelection(
      nil, by: .total, leavingOut: request.options.excludedRepetitions)
    let reader = try TermReader(other, request.options, phrases: selection)
    let found = try TermFrequencies.count(selection, in: other.reader, terms: reader.terms).first
    words = found?.wordCount ?? 0
    let rows = try terms.phraseCounts(in: other.reader, from: index.reader, selection)
    for term in counts.indices {
      let key = Array(try terms.key(of: term, in: index.reader).utf8)
      let same = try reader.terms.term(withKey: key, in: other.reader)
      let count = same.flatMap { found?.count(of: $0) } ?? 0
      guard term >= wordTerms else {
        counts[term] = count
        continue
      }
      // A phrase that is one there, too, has its rows counted already.
      counts[term] =
        rows[term - wordTerms] + (same.flatMap(reader.terms.phrase) == nil ? count : 0)
    }
  }

  private mutating func add(
    _ list: [String: Int], to index: TranscriptIndex, _ terms: TermInventory
  ) throws {
    let phrases = Dictionary(
      uniqueKeysWithValues: terms.phrases.enumerated().map { ($1.key, wordTerms + $0) })
    knowsPhrases = false
    for (key, count) in list {
      let key = Array(key.utf8)
      if let phrase = phrases[key] {
        // Its words are counted by themselves.
        counts[phrase] += count
        continue
      }
      words += count
      if let own = try index.reader.term(withKey: key[...]) { counts[own] += count }
    }
  }

  /// Whether a count of 0 says something: a list of words does not know of phrases.
  func isKnown(_ term: Int) -> Bool { knowsPhrases || term < wordTerms || counts[term] > 0 }

  /// The terms that stand in it.
  var terms: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// All of it as frequencies.
  var frequencies: TermFrequencies { TermFrequencies(counts: counts, wordCount: words) }

  /// How often a term stands in it, besides so many occurrences in what is compared with it.
  func count(_ term: Int, besides inside: Int) -> Int {
    counts[term] - (includesTarget ? inside : 0)
  }

  func words(besides part: TermFrequencies) -> Int {
    words - (includesTarget ? part.wordCount : 0)
  }
}

extension TranscriptIndex {
  /// Whether the index has none of the words of a reference.
  ///
  /// - Parameter counts: by search form.
  package func hasNone(of counts: [String: Int]) throws -> Bool {
    try translatingErrors {
      for key in counts.keys where try reader.term(withKey: Array(key.utf8)[...]) != nil {
        return false
      }
      return true
    }
  }

  /// Whether the index has no word of another one.
  package func sharesNoWord(with other: TranscriptIndex) throws -> Bool {
    try translatingErrors {
      for term in 0..<(try reader.termCount)
      where try other.reader.term(withKey: reader.key(of: term)) != nil {
        return false
      }
      return true
    }
  }
}
