public import ICUSupport
import TextNormalization

/// Makes patterns of texts, by ICU's word rules.
///
/// A value must not be used by two threads at a time.
public final class PatternAnalyzer {
  private let folder: SearchFormFolder
  private let breaks: WordBreaks

  public init() throws(ICUError) {
    folder = try SearchFormFolder()
    breaks = try WordBreaks()
  }

  /// The search form of a text, with the way back.
  func folded(_ text: ArraySlice<UInt8>) throws(ICUError) -> NormalizedText {
    try folder.fold(text.span)
  }

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
    let text = try UTF16Text(utf8: form.span)
    var ends: [Int32] = []
    var statuses: [Int32] = []
    try breaks.segment(text.units, ends: &ends, statuses: &statuses)
    var characters: [Character] = []
    var (segment, unit, isStart) = (0, 0, true)
    for scalar in String(decoding: form, as: UTF8.self).unicodeScalars {
      characters.append(
        Character(
          value: scalar.value, kind: Self.kind(scalar.value, isWord: statuses[segment] >= 100),
          isStart: isStart))
      unit += scalar.value > 0xFFFF ? 2 : 1
      isStart = unit >= Int(ends[segment])
      if isStart { segment += 1 }
    }
    return characters
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
