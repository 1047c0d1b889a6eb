public import ICUSupport
import TextNormalization

extension WordSegmenter {
  /// A word that could stand in a text, and whether it was taken.
  public struct ConsideredWord: Hashable, Sendable {
    /// Where a word comes from.
    public enum Source: Hashable, Sendable {
      /// ICU's dictionary.
      case dictionary
      /// A character that is no word by itself.
      case unknown
      /// A run of Katakana, which may be a word whatever the dictionary says.
      case katakana
      /// What the word rules make, where no dictionary divides it.
      case rules
      /// An entry of the user's.
      case user(UserDictionary.Entry)
    }

    /// Bytes of the text.
    public let range: Range<Int>
    /// A scaled negative logarithm of a probability; `nil` where nothing is compared.
    public let cost: Int?
    public let source: Source
    public let isTaken: Bool
  }

  /// All words that were considered when a text was cut, by their start, the shorter ones first.
  ///
  /// - Complexity: O(n) in the length of the text.
  public func explain(_ utf8: Span<UInt8>) throws(ICUError) -> [ConsideredWord] {
    var tokens = TokenBuffer()
    try segment(utf8, into: &tokens)
    var explanation = Explanation(tokens, user)
    let terms = try user.map { (user) throws(ICUError) in
      try UserTerms(in: utf8, user, folder) { ruleEnds(utf8) }
    }
    for override in terms?.overrides ?? [] { explanation.add(override.term, override.range, nil) }
    var start = 0
    while start < utf8.count {
      let found = SegmentRun.segment(utf8, lexicon, from: start)
      if found.pending != nil {
        try considerWords(of: utf8, in: start..<found.end, terms, &explanation)
      }
      start = found.end
    }
    return explanation.finished()
  }

  /// Adds the words of the runs of Han and kana in a segment.
  private func considerWords(
    of utf8: Span<UInt8>, in segment: Range<Int>, _ terms: UserTerms?,
    _ explanation: inout Explanation
  ) throws(ICUError) {
    var position = segment.lowerBound
    while position < segment.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      let next = position + scalar.length
      guard lexicon.properties(of: scalar.value).contains(.dictionary) else {
        position = next
        continue
      }
      let end = end(of: .dictionary, from: next, before: segment.upperBound, in: utf8)
      let row = try CharacterRow(utf8, position..<end, lexicon, normalizer)
      for word in row.words(lexicon) { explanation.add(word) }
      for candidate in (terms?.candidates ?? [])[...].within(position..<end) {
        explanation.add(candidate.term, candidate.range, row.cost(of: candidate, lexicon))
      }
      position = end
    }
  }
}

/// Collects the words that were considered.
private struct Explanation {
  private typealias Word = WordSegmenter.ConsideredWord

  private let user: UserWords?
  /// The kinds of what was taken, by place; those without a word so far.
  private var taken: [Range<Int>: WordKind]
  private let kinds: [Range<Int>: WordKind]
  private var words: [Word] = []

  init(_ tokens: TokenBuffer, _ user: UserWords?) {
    self.user = user
    kinds = Dictionary(
      uniqueKeysWithValues: tokens.indices.map { (tokens.range($0), tokens.kind($0)) })
    taken = kinds
  }

  /// Adds an entry of the user's.
  mutating func add(_ term: Int, _ range: Range<Int>, _ cost: Int?) {
    add(range, cost, .user(user!.entries[term]), isTaken: kinds[range] == .user)
  }

  /// Adds a word of the lexicon's, or what stands for one.
  mutating func add(_ word: CharacterRow.Word) {
    let isTaken = kinds[word.range].map { $0 != .user } ?? false
    add(word.range, word.cost, word.source, isTaken: isTaken)
  }

  private mutating func add(
    _ range: Range<Int>, _ cost: Int?, _ source: Word.Source, isTaken: Bool
  ) {
    if isTaken { taken[range] = nil }
    words.append(Word(range: range, cost: cost, source: source, isTaken: isTaken))
  }

  /// The words, with what the rules alone made. Of several that are the same part of the text, only
  /// the cheapest was taken.
  func finished() -> [WordSegmenter.ConsideredWord] {
    var costs: [Range<Int>: Int] = [:]
    for word in words where word.isTaken {
      costs[word.range] = min(costs[word.range] ?? .max, word.cost ?? 0)
    }
    let words = words.map { word in
      Word(
        range: word.range, cost: word.cost, source: word.source,
        isTaken: word.isTaken && word.cost ?? 0 == costs[word.range])
    }
    let rest = taken.keys.map { Word(range: $0, cost: nil, source: .rules, isTaken: true) }
    return (words + rest).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
