import ICUSupport

/// Numerals are followed by measure words: 三个人 is 三, 个 and 人, though 个人 is a word.
///
/// The words that part so stand in `measure-first-words.txt`. What follows the measure word is cut
/// anew, to the end of the third token after the word (三|个人|工|智能 is 三|个|人工|智能).
struct NumeralRule {
  /// Tokens behind the word that are cut anew with what is left of it.
  static let reach = 3

  private let words: Set<UInt32>
  private let lexicon: Lexicon

  /// - Parameter lexicon: in search form.
  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    words = Set(Self.listed.compactMap { lexicon.id(of: $0.utf16) })
  }

  /// The words of the list.
  static var listed: [Substring] { WordData.words(PackageResources.measure_first_words_txt) }

  /// Whether a word of the lexicon is one of the list.
  func isListed(_ id: UInt32) -> Bool { words.contains(id) }

  /// Whether a numeral ends before a token: 三, 十二, 第三, 几十, 3, or one with 多, 余 or 来 behind it.
  func isAfterNumeral(_ index: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>) -> Bool {
    guard index > tokens.startIndex else { return false }
    let before = tokens[index - 1]
    guard before.kind == .number || before.kind == .han else { return false }
    if before.kind == .number { return true }
    let scalars = Self.scalars(of: before, utf8)
    if scalars.count == 1, Self.suffixes.contains(scalars[0]) {
      return isAfterNumeral(index - 1, tokens, utf8)
    }
    return Self.isNumeral(scalars)
  }

  /// Notes the parts of a listed word, and has what follows its measure word cut anew.
  func part(
    _ index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits,
    with segmenter: SearchFormSegmenter
  ) throws(ICUError) {
    let word = tokens[index]
    let measure = UTF8Scalar.decode(utf8, at: Int(word.start))
    let start = Int(word.start) + measure.length
    var last = index
    while last < index + Self.reach, last + 1 < tokens.endIndex, tokens[last + 1].kind == .han {
      last += 1
    }
    edits.replace(index..<last + 1)
    edits.add(
      Int(word.start)..<start, .han,
      lexiconID: lexicon.id(of: CollectionOfOne(UInt16(measure.value))) ?? Token.noLexiconID)
    var rest = TokenBuffer()
    try segmenter.segment(utf8.extracting(start..<Int(tokens[last].end)), into: &rest)
    edits.add(rest, at: start)
  }

  private static let digits = Set("〇零一二三四五六七八九十百千万亿两几".unicodeScalars.map(\.value))
  private static let prefixes = Set("第上好数近约成".unicodeScalars.map(\.value))
  private static let suffixes = Set("多余来".unicodeScalars.map(\.value))
  /// 万一 is no number.
  private static let exception = "万一".unicodeScalars.map(\.value)

  private static func isNumeral(_ word: [UInt32]) -> Bool {
    let digits = word.count > 1 && prefixes.contains(word[0]) ? word[1...] : word[...]
    return digits.allSatisfy(Self.digits.contains) && word != exception
  }

  private static func scalars(of token: Token, _ utf8: Span<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    var position = Int(token.start)
    while position < Int(token.end) {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      scalars.append(scalar.value)
      position += scalar.length
    }
    return scalars
  }
}
