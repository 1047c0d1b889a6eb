public import ICUSupport
import TextNormalization
import WordSegmentation

/// Makes patterns of texts, by the rules of words of an index.
///
/// A value must not be used by two threads at a time.
public class PatternAnalyzer {
  private let folder: SearchFormFolder
  private let segmenter: SearchFormSegmenter
  private var tokens = TokenBuffer()

  public init() throws(ICUError) {
    folder = try SearchFormFolder()
    segmenter = SearchFormSegmenter(try ICUWordSegmenter())
  }

  /// The search form of a text, with the way back, or of a part of one as it is in the whole text.
  ///
  /// - Parameters:
  ///   - before: the code point in search form that stands before the part; `nil` at the start of the text.
  ///   - after: the one behind it; `nil` at the end.
  func folded(
    _ text: ArraySlice<UInt8>, before: UInt32? = nil, after: UInt32? = nil
  ) throws(ICUError) -> NormalizedText {
    try folder.fold(text.span, before: before, after: after)
  }

  /// Whether what stands beside a part of a text may matter to its search form: no middle dot is ASCII.
  static func hasContext(_ part: ArraySlice<UInt8>) -> Bool { part.contains { $0 >= 0x80 } }

  /// The pattern of a text as a user writes it.
  ///
  /// - Parameter isExact: whether only this spelling is found.
  public func pattern(
    of text: String, isExact: Bool = false
  ) throws(ICUError) -> TextPattern {
    var pattern = try pattern(ofForm: try folded(Array(text.utf8)[...]).bytes)
    if isExact { pattern.spelling = OriginalSpelling(text.utf8) }
    return pattern
  }

  /// The pattern of a text in search form.
  func pattern(ofForm form: ArraySlice<UInt8>) throws(ICUError) -> TextPattern {
    var builder = PatternBuilder()
    for character in try characters(of: form) { builder.append(character) }
    return builder.pattern
  }

  /// A code point with what it is and whether a segment of the rules begins with it.
  struct Character {
    let value: UInt32
    let kind: TextPattern.Kind
    let isStart: Bool
  }

  func characters(of form: ArraySlice<UInt8>) throws(ICUError) -> [Character] {
    try segmenter.segment(form.span, into: &tokens)
    var characters: [Character] = []
    for token in tokens.tokens {
      let word = token.kind == .name ? Self.letters(of: token.range, form.span) : token.range
      var position = token.range.lowerBound
      while position < token.range.upperBound {
        let scalar = UTF8Scalar.decode(form.span, at: position)
        let isWord = token.kind.isWord && word.contains(position)
        characters.append(
          Character(
            value: scalar.value, kind: Self.kind(scalar.value, isWord: isWord),
            isStart: position == token.range.lowerBound
              || isPoint(scalar.value, behind: word, position)))
        position += scalar.length
      }
    }
    return characters
  }

  /// A name without the symbols at its ends.
  private static func letters(of name: Range<Int>, _ form: Span<UInt8>) -> Range<Int> {
    var (start, end) = (name.lowerBound, name.upperBound)
    while start < end, isSymbol(form[start]) { start += 1 }
    while end > start, isSymbol(form[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSymbol(_ byte: UInt8) -> Bool { byte < UInt8(ascii: "0") }

  /// Whether a character is the last point of initials: U.S is found in U.S., but C not in C++.
  private func isPoint(_ value: UInt32, behind word: Range<Int>, _ position: Int) -> Bool {
    value == 0x2E && position == word.upperBound
  }

  private static func kind(_ value: UInt32, isWord: Bool) -> TextPattern.Kind {
    guard isWord else {
      return CharacterProperties.isWhiteSpace(value) ? .space : .separator
    }
    return switch CharacterProperties.script(of: value) {
    case .han: .han
    case .kana: .kana
    default: .letter
    }
  }
}

/// Puts characters together, and drops white space that does not count.
struct PatternBuilder {
  private var bytes: [UInt8] = []
  private var kinds: [TextPattern.Kind] = []
  private var boundaries: [Bool] = []
  private var isAfterSpace = false

  mutating func append(_ character: PatternAnalyzer.Character) {
    guard character.kind != .space else {
      isAfterSpace = true
      return
    }
    if isAfterSpace, kinds.last?.isSpaced == true, character.kind.isSpaced {
      append(0x20, .space, isStart: true)
    }
    append(character.value, character.kind, isStart: character.isStart || isAfterSpace)
    isAfterSpace = false
  }

  private mutating func append(_ value: UInt32, _ kind: TextPattern.Kind, isStart: Bool) {
    let start = bytes.count
    bytes.append(utf8: value)
    for index in start..<bytes.count {
      kinds.append(kind)
      boundaries.append(isStart && index == start)
    }
  }

  var pattern: TextPattern {
    TextPattern(bytes: bytes, kinds: kinds, boundaries: boundaries + [true])
  }
}
