import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Finds what marks a part of the index against the rest, or against something else.
  ///
  /// - Throws: `QueryError` for a filter that does not parse, `IndexError` for a damaged index.
  /// - Complexity: O(words selected), and of what is missing O(groups × terms).
  public func keywords(_ request: KeywordsRequest) throws -> KeywordsReport {
    let withoutLoops = request.options.leavesOutLoops
    let target = try corpusSelection(
      request.target, by: request.grouping, withoutLoops: withoutLoops)
    let reader = try TermReader(
      self, request.options, phrases: try phraseSelection(request, target))
    let reference = try ReferenceCounts(request, in: self, reader.terms)
    let candidates = request.isNegative ? reference.terms.filter(reader.isShown) : nil
    let members = target.membersByLabel
    var groups: [KeywordsReport.Group] = []
    var left: [TermFilter.Hidden: TermTable.Left] = [:]
    try TermFrequencies.forEach(in: target, of: self.reader, terms: reader.terms) { frequencies in
      guard request.groups?.contains(frequencies.group) ?? true else { return }
      reader.add(frequencies, to: &left)
      let nesting = request.isNegative ? reference.frequencies : frequencies
      let table = try KeywordTable(
        frequencies, terms: reader.terms, reference: reference.count,
        words: reference.words(besides: frequencies),
        candidates: candidates, isShown: { reader.isShown($0) && reference.isKnown($0) },
        isNested: { reader.isNested($0, in: nesting) }, minimum: request.minimum,
        method: request.method, isNegative: request.isNegative, top: request.top,
        idf: { (term) throws(IndexError) in try idf(term, reader.terms) })
      groups.append(
        try group(table, reader, frequencies.wordCount, members[table.group] ?? []))
    }
    return KeywordsReport(groups: groups, left: left, hasLoops: reader.hasLoops)
  }

  /// Where phrases are looked for: in the target, or, where what is missing is asked for, in what it is
  /// compared with.
  private func phraseSelection(
    _ request: KeywordsRequest, _ target: CorpusSelection
  ) throws -> CorpusSelection {
    let withoutLoops = request.options.leavesOutLoops
    guard request.isNegative else {
      // Everything in groups has the phrases of everything.
      return request.target == nil
        ? try corpusSelection(nil, by: .total, withoutLoops: withoutLoops) : target
    }
    guard case .selection(let filter) = request.reference else {
      return try corpusSelection(nil, by: .total, withoutLoops: withoutLoops)
    }
    return try corpusSelection(filter, by: .total, withoutLoops: withoutLoops)
  }

  /// ln((1 + n) / (1 + df)) + 1, over the whole index.
  private func idf(_ term: Int, _ terms: TermInventory) throws(IndexError) -> Double {
    let ratio =
      Double(1 + reader.episodeCount) / Double(1 + (try terms.episodeCount(of: term, in: reader)))
    return ratio.naturalLogarithm + 1
  }

  private func group(
    _ table: KeywordTable, _ reader: TermReader, _ wordCount: Int,
    _ members: [CorpusSelection.Member]
  ) throws -> KeywordsReport.Group {
    let shown = try reader.rows(table.rows.map { ($0.term, nil) }, in: members)
    let rows = zip(table.rows, shown).enumerated().map { index, row in
      KeywordsReport.Row(rank: index + 1, shown: row.1, statistics: row.0)
    }
    return KeywordsReport.Group(
      label: table.group, rows: rows, isByCount: table.isByCount, wordCount: wordCount)
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

  init(_ request: KeywordsRequest, in index: TranscriptIndex, _ terms: TermInventory) throws {
    counts = [Int](repeating: 0, count: terms.count)
    wordTerms = try index.reader.termCount
    switch request.reference {
    case .rest:
      includesTarget = true
      // Each group against the others of the target; one target against all that it is not.
      try add(request.grouping == .total ? nil : request.target, request, index, terms)
    case .selection(let filter): try add(filter, request, index, terms)
    case .index(let other): try add(other, to: index, terms)
    case .counts(let list): try add(list, to: index, terms)
    }
  }

  private mutating func add(
    _ filter: String?, _ request: KeywordsRequest, _ index: TranscriptIndex, _ terms: TermInventory
  ) throws {
    let selection = try index.corpusSelection(
      filter, by: .total, withoutLoops: request.options.leavesOutLoops)
    var (counts, words) = (counts, words)
    try TermFrequencies.forEach(in: selection, of: index.reader, terms: terms) { frequencies in
      words += frequencies.wordCount
      for count in frequencies.counts { counts[count.term] += count.count }
    }
    (self.counts, self.words) = (counts, words)
  }

  private mutating func add(
    _ other: TranscriptIndex, to index: TranscriptIndex, _ terms: TermInventory
  ) throws {
    for term in 0..<(try other.reader.termCount) {
      let count = try other.reader.count(of: term)
      words += count
      if let own = try index.reader.term(withKey: try other.reader.key(of: term)) {
        counts[own] += count
      }
    }
    for (place, count) in try terms.phraseCounts(in: other.reader, from: index.reader).enumerated()
    {
      counts[wordTerms + place] = count
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
