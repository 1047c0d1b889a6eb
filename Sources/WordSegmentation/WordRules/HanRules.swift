import ICUSupport

/// What is a word among Han, beyond ICU's dictionary: the rules for the words of two lists.
struct HanRules {
  private let numerals: NumeralRule
  private let erhua: ErhuaRule
  private let lexicon: Lexicon
  /// Tells most words that are in no list by the lowest bits of their ids.
  private let filter: [UInt64]
  /// How long the words of the lists are, in UTF-8.
  private let lengths: ClosedRange<Int>

  /// - Parameter lexicon: in search form.
  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    (numerals, erhua) = (NumeralRule(lexicon), ErhuaRule(lexicon))
    let words = NumeralRule.listed + ErhuaRule.listed
    lengths = words.map(\.utf8.count).min()!...words.map(\.utf8.count).max()!
    var filter = [UInt64](repeating: 0, count: 256)
    for id in words.compactMap({ lexicon.id(of: $0.utf16) }) {
      filter[Int(id >> 6 & 255)] |= 1 << UInt64(id & 63)
    }
    self.filter = filter
  }

  /// Whether a token may be a word of a list.
  @inline(__always)
  func mayBeListed(_ token: Token) -> Bool {
    let id = token.lexiconID
    guard id != Token.noLexiconID else { return lengths.contains(token.range.count) }
    return filter[Int(id >> 6 & 255)] >> UInt64(id & 63) & 1 != 0
  }

  /// Notes the parts of a token, if it is a word of a list.
  ///
  /// - Parameter segmenter: cuts anew what follows a measure word.
  func part(
    _ index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits,
    with segmenter: SearchFormSegmenter
  ) throws(ICUError) {
    guard let id = id(of: tokens[index], utf8) else { return }
    if numerals.isListed(id) {
      guard numerals.isAfterNumeral(index, tokens, utf8) else { return }
      try numerals.part(index, of: tokens, utf8, &edits, with: segmenter)
    } else {
      erhua.part(index, id, of: tokens, &edits)
    }
  }

  /// The id of a word, also of one that came of parts, which tokens do not have.
  private func id(of token: Token, _ utf8: Span<UInt8>) -> UInt32? {
    guard token.lexiconID == Token.noLexiconID else { return token.lexiconID }
    let word = utf8.extracting(token.range).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    return lexicon.id(of: word.utf16)
  }
}
