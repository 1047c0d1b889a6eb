public import InvertedIndex
import WordSegmentation

/// The terms that are counted in an index, in one numbering: words have the index's numbers, and phrases
/// go on from there.
public struct TermInventory: Sendable {
  public let units: TermUnits
  /// In order of their keys.
  public let phrases: [Phrase]
  /// The words of the index, which are the terms before the first phrase.
  let wordCount: Int
  let trie: PhraseTrie
  let nesting: Nesting
  /// Of each phrase, how many words come before it in order of keys.
  private let places: [Int]
  /// Whether a word is as long as a phrase; only where phrases are asked for.
  private let isCompound: [Bool]

  /// - Parameters:
  ///   - list: the phrases; none where words alone are counted.
  ///   - listsCompounds: whether with phrases words are listed that are as long.
  public init(
    _ units: TermUnits = .words, phrases list: PhraseList? = nil, of index: IndexReader,
    listsCompounds: Bool = true
  ) throws(IndexError) {
    self.units = units
    phrases = units == .words ? [] : list?.phrases ?? []
    wordCount = try index.termCount
    trie = PhraseTrie(phrases.map(\.row), termCount: wordCount)
    nesting = Nesting(phrases, wordCount: wordCount)
    var places: [Int] = []
    for phrase in phrases {
      var (first, last) = (places.last ?? 0, wordCount)
      while first < last {
        let middle = (first + last) / 2
        let isBefore = try index.key(of: middle).lexicographicallyPrecedes(phrase.key)
        if isBefore { first = middle + 1 } else { last = middle }
      }
      places.append(first)
    }
    self.places = places
    isCompound = units == .phrases && listsCompounds ? try Self.compounds(wordCount, index) : []
  }

  private static func compounds(
    _ count: Int, _ index: IndexReader
  ) throws(IndexError) -> [Bool] {
    var compounds: [Bool] = []
    for term in 0..<count {
      let kind = WordKind(rawValue: try index.kind(of: term))
      let length = try index.key(of: term).count { $0 & 0xC0 != 0x80 }
      compounds.append((kind == .han || kind == .user) && length >= 4)
    }
    return compounds
  }

  public var count: Int { wordCount + phrases.count }

  /// The phrase that a term is; `nil` for words.
  public func phrase(_ term: Int) -> Phrase? {
    term < wordCount ? nil : phrases[term - wordCount]
  }

  /// Whether a term may stand in a table. Where phrases are asked for, words of four characters and more
  /// belong to them: that a dictionary has 摩尔定律 as one word is its own affair.
  package func isListed(_ term: Int) -> Bool {
    units != .phrases || term >= wordCount || !isCompound.isEmpty && isCompound[term]
  }

  /// The phrase that most of a term's occurrences in a group stand in, see `Nesting`.
  public func phrase(
    around term: Int, in frequencies: TermFrequencies, isShown: (Int) -> Bool
  ) -> Int? {
    nesting.phrase(around: term, count: frequencies.count, isShown: isShown)
  }

  /// Ascends as keys do.
  package func order(of term: Int) -> Int {
    // Before the word that takes its place among words, after the one before that.
    let (place, number) =
      term < wordCount ? (term, 1 << 24 - 1) : (places[term - wordCount], term - wordCount)
    return place << 24 | number
  }

  /// The words of a term.
  public func words(of term: Int) -> [UInt32] { phrase(term)?.words ?? [UInt32(term)] }

  /// The words of a term and what joins them, see `PhraseRow`.
  func row(of term: Int) -> [UInt32] { phrase(term)?.row ?? [UInt32(term)] }

  /// The search form of a term.
  public func key(of term: Int, in index: IndexReader) throws(IndexError) -> String {
    if let phrase = phrase(term) { return String(decoding: phrase.key, as: UTF8.self) }
    return String(decoding: try index.key(of: term), as: UTF8.self)
  }

  /// The term with a key; `nil` if there is none.
  public func term(
    withKey key: [UInt8], in index: IndexReader
  ) throws(IndexError) -> Int? {
    if let word = try index.term(withKey: key[...]) { return word }
    var (first, last) = (0, phrases.count)
    while first < last {
      let middle = (first + last) / 2
      if phrases[middle].key.lexicographicallyPrecedes(key) {
        first = middle + 1
      } else {
        last = middle
      }
    }
    return first < phrases.count && phrases[first].key == key ? wordCount + first : nil
  }

  /// How a term is spelled most often in the whole index.
  public func spelling(of term: Int, in index: IndexReader) throws(IndexError) -> String {
    if let phrase = phrase(term) { return phrase.spelling }
    return String(decoding: try index.displaySpelling(of: term), as: UTF8.self)
  }

  /// How often a term stands in the whole index.
  public func count(of term: Int, in index: IndexReader) throws(IndexError) -> Int {
    if let phrase = phrase(term) { return phrase.count }
    return try index.count(of: term)
  }

  /// ln((1 + n) / (1 + df)) + 1, n and df over the whole index.
  public func idf(of term: Int, in index: IndexReader) throws(IndexError) -> Double {
    let ratio =
      Double(1 + index.episodeCount) / Double(1 + (try episodeCount(of: term, in: index)))
    return ratio.naturalLogarithm + 1
  }

  /// In how many episodes of the index a term stands.
  public func episodeCount(of term: Int, in index: IndexReader) throws(IndexError) -> Int {
    if let phrase = phrase(term) { return phrase.episodes }
    return try index.episodeCount(of: term)
  }
}
