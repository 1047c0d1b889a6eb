/// The kind of a segment.
public enum WordKind: UInt8, CaseIterable, Sendable {
  /// A word with at least one Han character.
  case han
  /// A word in Hiragana or Katakana.
  case kana
  /// A word in Hangul.
  case hangul
  /// A word of other letters, with or without digits.
  case letters
  /// A number.
  case number
  /// Punctuation, a symbol or an emoji: a segment, but not a word.
  case symbol
  /// White space, controls and everything else: a segment, but not a word.
  case other
  /// A word from a user dictionary.
  case user
  /// A name with symbols at its ends: C++, .NET, U.S.
  case name

  /// Whether segments of this kind are words, which are counted and searched.
  @inlinable
  public var isWord: Bool {
    switch self {
    case .han, .kana, .hangul, .letters, .number, .user, .name: true
    case .symbol, .other: false
    }
  }

  /// The name that commands print, such as `han`.
  public var name: String { String(describing: self) }
}
