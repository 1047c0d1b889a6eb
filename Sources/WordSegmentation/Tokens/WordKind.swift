/// What a segment of text is.
public enum WordKind: UInt8, CaseIterable, Sendable {
  /// A word with at least one Han character.
  case han
  /// A word of Hiragana or Katakana.
  case kana
  /// A word of Hangul.
  case hangul
  /// A word of any other letters, digits among them or not.
  case letters
  /// Digits.
  case number
  /// Punctuation, symbols, emoji: a segment, not a word.
  case symbol
  /// White space, controls and whatever else: a segment, not a word.
  case other
  /// A word that a user dictionary lists.
  case user
  /// A name with symbols at its ends: C++, .NET, U.S.
  case name

  /// Whether segments of this kind are words, which are counted and found.
  @inlinable
  public var isWord: Bool {
    switch self {
    case .han, .kana, .hangul, .letters, .number, .user, .name: true
    case .symbol, .other: false
    }
  }

  /// The name that commands print.
  public var name: String { String(describing: self) }
}
