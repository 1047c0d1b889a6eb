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
  /// The byte at which each character begins; empty where each has three.
  private var places: [UInt32] = []

  init(
    _ utf8: Span<UInt8>, _ range: Range<Int>, _ lexicon: Lexicon, _ normalizer: ICUNormalizer
  ) throws(ICUError) {
    self.range = range
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
    var isNormalized = true
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      scalars.append((scalar.value, position))
      isNormalized = isNormalized && normalizer.isNormalized(scalar.value)
      position += scalar.length
    }
    var start = 0
    while start < scalars.count {
      var end = start + 1
      while !isNormalized, end < scalars.count, !normalizer.hasBoundary(before: scalars[end].value)
      { end += 1 }
      let chunk = scalars[start..<end].map(\.value)
      for value in isNormalized ? chunk : try normalizer.normalize(chunk) {
        append(value, lexicon)
        places.append(UInt32(truncatingIfNeeded: scalars[start].place))
      }
      start = end
    }
  }

  /// Finds the cheapest cut; afterwards `best` has its words.
  mutating func cut(_ lexicon: Lexicon) {
    best = Self.cut(roots, katakana, count: count, lexicon.trie)
  }

  private static func cut(
    _ roots: [UInt64], _ katakana: [Bool], count: Int, _ trie: Lexicon.Trie
  ) -> [UInt64] {
    var best = [UInt64](repeating: 0, count: count + WordLattice.padding)
    var (seconds, thirds) = (best, best)
    var secondSpan = seconds.mutableSpan
    var thirdSpan = thirds.mutableSpan
    WordLattice.look(trie, roots.span, &secondSpan, &thirdSpan, from: 0, to: count)
    var span = best.mutableSpan
    WordLattice.begin(&span, at: 0, count: count)
    if katakana.contains(true) {
      for index in 0..<count {
        WordLattice.advance(
          trie, roots.span, secondSpan.span, thirdSpan.span, &span, from: index, to: index + 1)
        addKatakana(katakana, at: index, &span)
      }
    } else {
      WordLattice.advance(
        trie, roots.span, secondSpan.span, thirdSpan.span, &span, from: 0, to: count)
    }
    WordLattice.reverse(&span, from: 0, to: count)
    return best
  }

  /// What a run of Katakana costs as one word, by its length (ICU's `getKatakanaCost`).
  private static let katakanaCosts: [UInt64] = [8_192, 984, 408, 240, 204, 252, 300, 372, 480]

  /// At the first of a run of fewer than 20 Katakana, the whole run is also a word.
  private static func addKatakana(
    _ katakana: [Bool], at start: Int, _ best: inout MutableSpan<UInt64>
  ) {
    guard katakana[start], start == 0 || !katakana[start - 1] else { return }
    var length = 1
    while length < 20, start + length < katakana.count, katakana[start + length] { length += 1 }
    guard length < 20 else { return }
    let cost = length < katakanaCosts.count ? katakanaCosts[length] : 8_192
    let word = WordLattice.word(
      cost: cost, length: UInt64(length), id: UInt64(TokenBuffer.noLexiconID))
    let end = start + length
    best[end] = min(best[end], best[start] & WordLattice.costs &+ word)
  }
}
