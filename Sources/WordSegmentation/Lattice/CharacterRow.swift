import Algorithms
import ICUSupport

/// A run of Han and kana, as the characters that ICU looks up in its dictionary.
///
/// ICU looks them up in NFKC: a chunk that is not is normalised by itself, and every place inside
/// what became of it leads to the chunk's start.
struct CharacterRow {
  /// The characters as the lexicon has them, then padding.
  private(set) var roots: [UInt64] = []
  /// The cheapest cuts; after `cut` the words of the best, see `WordLattice.reverse`.
  private(set) var best: [UInt64] = []
  private(set) var count = 0
  private var katakana: [Bool] = []
  private let range: Range<Int>
  /// Whether a Katakana stands right before the row, so that none begins a run at its start.
  private let followsKatakana: Bool
  /// The byte at which each character begins; empty where each has three.
  private var places: [UInt32] = []

  init(
    _ utf8: Span<UInt8>, _ range: Range<Int>, _ lexicon: Lexicon, _ normalizer: ICUNormalizer,
    followsKatakana: Bool = false
  ) throws(ICUError) {
    (self.range, self.followsKatakana) = (range, followsKatakana)
    if !fillPlain(utf8, lexicon) { try fillNormalized(utf8, lexicon, normalizer) }
    count = roots.count
    roots += repeatElement(0, count: WordLattice.padding)
  }

  /// The byte of the text at which the character at `index`, or the end, lies.
  func place(of index: Int) -> Int {
    if index >= count { return range.upperBound }
    return places.isEmpty ? range.lowerBound + 3 * index : Int(places[index])
  }

  /// - Returns: whether all characters are in NFKC and three bytes long.
  private mutating func fillPlain(_ utf8: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
    roots.reserveCapacity(range.count / 3 + WordLattice.padding)
    for position in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      guard lexicon.properties(of: scalar.value).contains(.plain) else {
        (roots, katakana) = ([], [])
        return false
      }
      append(scalar.value, lexicon)
    }
    return true
  }

  private mutating func append(_ scalar: UInt32, _ lexicon: Lexicon) {
    roots.append(lexicon.character(scalar))
    katakana.append(lexicon.properties(of: scalar).contains(.katakana))
  }

  private mutating func fillNormalized(
    _ utf8: Span<UInt8>, _ lexicon: Lexicon, _ normalizer: ICUNormalizer
  ) throws(ICUError) {
    var scalars: [(value: UInt32, place: Int)] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      scalars.append((scalar.value, position))
      position += scalar.length
    }
    var start = 0
    while start < scalars.count {
      var end = start + 1
      while end < scalars.count, !normalizer.hasBoundary(before: scalars[end].value) { end += 1 }
      let first = scalars[start]
      if end == start + 1, normalizer.isNormalized(first.value) {
        append(first.value, lexicon)
        places.append(UInt32(truncatingIfNeeded: first.place))
      } else {
        for value in try normalizer.normalize(scalars[start..<end].map(\.value)) {
          append(value, lexicon)
          places.append(UInt32(truncatingIfNeeded: first.place))
        }
      }
      start = end
    }
  }

  /// Finds the cheapest cut; afterwards `best` has its words.
  ///
  /// - Parameter isLast: whether the run ends with the row.
  /// - Returns: the end of the words that are certain: all, or those up to the last boundary that
  ///   all cuts share and that has a place of its own in the text.
  mutating func cut(
    _ lexicon: Lexicon, _ candidates: ArraySlice<UserTerms.Candidate>,
    _ costs: inout OwnCosts, isLast: Bool
  ) -> Int {
    let terms = candidates.compactMap { term(for: $0, lexicon.trie, &costs) }
    // The longest word, or term, that may begin before `done` ends inside the row.
    let reach = UserDictionary.longestTerm + WordLattice.reach
    let done = isLast ? count : max(0, count - reach)
    var best = Self.cut(
      roots, katakana, terms, lexicon.trie, followsKatakana: followsKatakana, done: done)
    var end =
      isLast ? count : WordLattice.commonBoundary(best.span, done: done, reach: reach)
    while end > 0, end < count, !places.isEmpty, places[end] == places[end - 1] {
      end -= WordLattice.length(best[end])
    }
    var span = best.mutableSpan
    WordLattice.reverse(&span, from: 0, to: end)
    self.best = best
    return end
  }

  /// Whether ICU takes the character at `index` for a Katakana.
  func isKatakana(_ index: Int) -> Bool { katakana[index] }

  /// A word that could stand in the row.
  struct Word {
    /// Bytes of the text.
    let range: Range<Int>
    let cost: Int
    let source: WordSegmenter.ConsideredWord.Source
  }

  /// All words that could stand in the row and have both ends in the text: inside what became of
  /// one character there are none.
  func words(_ lexicon: Lexicon) -> [Word] {
    allWords(lexicon).filter { !$0.range.isEmpty }
  }

  private func hasPlace(_ index: Int) -> Bool {
    index == 0 || index >= count || places.isEmpty || places[index] != places[index - 1]
  }

  private func allWords(_ lexicon: Lexicon) -> [Word] {
    (0..<count).filter(hasPlace).flatMap { start in
      let single = Int(Lexicon.Character.cost(roots[start]))
      let isUnknown = single == Int(Lexicon.unknownCost)
      var words = [word(start, 1, single, isUnknown ? .unknown : .dictionary)]
      words += longerWords(from: start, lexicon)
      if let (length, cost) = Self.katakanaRun(katakana, at: start) {
        words.append(word(start, length, Int(cost), .katakana))
      }
      return words
    }
  }

  private func longerWords(from start: Int, _ lexicon: Lexicon) -> [Word] {
    var words: [Word] = []
    var base = Int(roots[start] & DoubleArray.Slot.base)
    for end in start + 1..<max(count, start + 1) {
      let code = roots[end] >> DoubleArray.Slot.codeShift
      let place = base + Int(code)
      guard base > 0, code > 0, lexicon.trie.checks[place] == code else { break }
      let cost = lexicon.cost(at: place)
      if cost != DoubleArray.Slot.noWord {
        words.append(word(start, end + 1 - start, Int(cost), .dictionary))
      }
      base = Int(UInt64(lexicon.trie.slots[place]) & DoubleArray.Slot.base)
    }
    return words
  }

  private func word(
    _ start: Int, _ length: Int, _ cost: Int, _ source: WordSegmenter.ConsideredWord.Source
  ) -> Word {
    let end = hasPlace(start + length) ? place(of: start + length) : place(of: start)
    return Word(range: place(of: start)..<end, cost: cost, source: source)
  }

  /// What a candidate costs here; `nil` if it does not fit the row.
  func cost(of candidate: UserTerms.Candidate, _ lexicon: Lexicon) -> Int? {
    var costs = OwnCosts()
    return term(for: candidate, lexicon.trie, &costs).map { Int($0.cost) }
  }

  /// A term of a user as a word from one character to another.
  private struct Term {
    let start: Int
    let end: Int
    let cost: UInt64
  }

  private func term(
    for candidate: UserTerms.Candidate, _ trie: Lexicon.Trie, _ costs: inout OwnCosts
  ) -> Term? {
    guard let start = index(of: candidate.range.lowerBound),
      let end = index(of: candidate.range.upperBound), start < end
    else { return nil }
    let cost = candidate.cost ?? ownCost(of: start..<end, trie, &costs)
    return Term(start: start, end: end, cost: cost)
  }

  /// The character that begins at a byte of the text.
  private func index(of byte: Int) -> Int? {
    if byte == range.upperBound { return count }
    guard range.contains(byte) else { return nil }
    guard !places.isEmpty else { return (byte - range.lowerBound) / 3 }
    let index = places.partitioningIndex(where: { $0 >= byte })
    return index < places.count && places[index] == byte ? index : nil
  }

  /// What the cheapest cut of a part costs by itself: a term that costs as much wins over it, since
  /// of equal cuts the one whose last word begins first is taken.
  private func ownCost(
    of part: Range<Int>, _ trie: Lexicon.Trie, _ costs: inout OwnCosts
  ) -> UInt64 {
    let characters = Array(roots[part])
    if let cost = costs[characters] { return cost }
    let padded = characters + [UInt64](repeating: 0, count: WordLattice.padding)
    let best = Self.cut(
      padded, Array(katakana[part]), [], trie, followsKatakana: false, done: part.count)
    // Terms are few, unless someone writes texts to fill memory.
    if costs.count > 100_000 { costs = [:] }
    costs[characters] = best[part.count] >> 32
    return best[part.count] >> 32
  }

  /// What terms cost by themselves, by their characters.
  typealias OwnCosts = [[UInt64]: UInt64]

  private static func cut(
    _ roots: [UInt64], _ katakana: [Bool], _ terms: [Term], _ trie: Lexicon.Trie,
    followsKatakana: Bool, done: Int
  ) -> [UInt64] {
    let count = katakana.count
    var best = [UInt64](repeating: 0, count: count + WordLattice.padding)
    var (seconds, thirds) = (best, best)
    var secondSpan = seconds.mutableSpan
    var thirdSpan = thirds.mutableSpan
    WordLattice.look(trie, roots.span, &secondSpan, &thirdSpan, count: count)
    var span = best.mutableSpan
    WordLattice.begin(&span, at: 0, count: count)
    guard !terms.isEmpty || katakana.contains(true) else {
      WordLattice.advance(
        trie, roots.span, secondSpan.span, thirdSpan.span, &span, from: 0, to: done)
      return best
    }
    var next = 0
    for index in 0..<done {
      WordLattice.advance(
        trie, roots.span, secondSpan.span, thirdSpan.span, &span, from: index, to: index + 1)
      if index > 0 || !followsKatakana { addKatakana(katakana, at: index, &span) }
      while next < terms.count, terms[next].start == index {
        add(terms[next], &span)
        next += 1
      }
    }
    return best
  }

  private static func add(_ term: Term, _ best: inout MutableSpan<UInt64>) {
    let word = WordLattice.word(
      cost: term.cost, length: UInt64(term.end - term.start), id: UInt64(WordLattice.userID))
    let cost = best[term.start] & WordLattice.costs
    best[term.end] = min(best[term.end], cost &+ word)
  }

  /// What a run of Katakana costs as one word, by its length (ICU's `getKatakanaCost`).
  private static let katakanaCosts: [UInt64] = [8_192, 984, 408, 240, 204, 252, 300, 372, 480]

  /// Length and cost of the run that begins at `start`, if one does.
  private static func katakanaRun(
    _ katakana: [Bool], at start: Int
  ) -> (length: Int, cost: UInt64)? {
    guard katakana[start], start == 0 || !katakana[start - 1] else { return nil }
    var length = 1
    while length < 20, start + length < katakana.count, katakana[start + length] { length += 1 }
    guard length < 20 else { return nil }
    return (length, length < katakanaCosts.count ? katakanaCosts[length] : 8_192)
  }

  /// At the first of a run of fewer than 20 Katakana, the whole run is also a word.
  private static func addKatakana(
    _ katakana: [Bool], at start: Int, _ best: inout MutableSpan<UInt64>
  ) {
    guard let (length, cost) = katakanaRun(katakana, at: start) else { return }
    let word = WordLattice.word(
      cost: cost, length: UInt64(length), id: UInt64(Token.noLexiconID))
    let end = start + length
    best[end] = min(best[end], best[start] & WordLattice.costs &+ word)
  }
}
