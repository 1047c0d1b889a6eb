import CorpusAnalysis
import InvertedIndex
import TextNormalization

/// What the tables of terms of one request are made with: which terms there are, and how they are shown.
struct TermReader {
  let index: TranscriptIndex
  let options: TermOptions
  let terms: TermInventory
  let hidden: [TermFilter.Reason?]
  /// Why there are no phrases, though they were asked for.
  private(set) var phrasesFailure: IndexError?
  /// The cues that repeat others and are looked at.
  let repeated: RepeatedCues
  private let converter: SimplifiedConverter?

  /// - Parameter phrases: where phrases are looked for, if they are counted.
  init(
    _ index: TranscriptIndex, _ options: TermOptions,
    phrases: @autoclosure () throws -> CorpusSelection,
    simplified: Bool = false
  ) throws {
    var (list, failure): (PhraseList?, IndexError?) = (nil, nil)
    do {
      if options.units != .words {
        list = try index.phrases(in: try phrases(), PhraseCriteria())
      }
    } catch let error as IndexError where options.units == .both && error.code == .corrupt {
      // An episode is damaged; of the words there may be counts all the same.
      failure = error
    }
    try self.init(index, options, list, simplified: simplified)
    phrasesFailure = failure
  }

  init(
    _ index: TranscriptIndex, _ options: TermOptions, _ list: PhraseList?, simplified: Bool = false,
    listsCompounds: Bool = true
  ) throws {
    (self.index, self.options) = (index, options)
    terms = try TermInventory(
      options.units, phrases: list, of: index.reader, listsCompounds: listsCompounds)
    hidden = try options.filter.hidden(in: index.reader, terms: terms)
    repeated = try index.repeatedCues(but: options.excludedRepetitions)
    converter = simplified ? try SimplifiedConverter() : nil
  }

  func isShown(_ term: Int) -> Bool { hidden[term] == nil }

  /// The phrase that is shown and has most of a term's occurrences.
  func phrase(around term: Int, in frequencies: TermFrequencies) -> Int? {
    terms.phrase(around: term, in: frequencies, isShown: isShown)
  }

  /// Adds what is hidden of a group to what is of others.
  func add(_ frequencies: TermFrequencies, to hidden: inout [TermFilter.Reason: HiddenTerms]) {
    for count in frequencies.counts where terms.phrase(count.term) == nil {
      guard terms.isListed(count.term), let reason = self.hidden[count.term] else { continue }
      hidden.add(count.count, reason)
    }
  }

  func spelling(of term: Int) throws -> String {
    let spelling = try terms.spelling(of: term, in: index.reader)
    return converter?.convert(spelling) ?? spelling
  }

  /// What rows show of their terms.
  ///
  /// - Parameters:
  ///   - list: the term of each row, and the phrase that it is nested in.
  ///   - members: of the group.
  func rows(
    _ list: [(term: Int, nestedIn: Int?)], in members: [CorpusSelection.Member]
  ) throws -> [DisplayedTerm] {
    let numbers = list.map(\.term)
    let counts = try repeated.sets.mapValues {
      try RepeatedCounts.count(numbers, terms, in: members, of: index.reader, $0)
    }
    let evidence = try index.evidence(
      of: numbers, terms, in: members, count: options.evidence)
    return try list.indices.map { place in
      DisplayedTerm(
        term: try spelling(of: list[place].term),
        key: try terms.key(of: list[place].term, in: index.reader),
        nestedIn: try list[place].nestedIn.map(spelling),
        repeatedCounts: counts.mapValues { $0[place] },
        evidence: evidence[place])
    }
  }
}
