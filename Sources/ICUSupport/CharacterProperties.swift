import CICU

/// Unicode properties of code points, as ICU's data has them.
public enum CharacterProperties {
  /// The scripts that words are told apart by.
  public enum Script: Sendable {
    case han, kana, hangul
    /// Used with many scripts: digits, punctuation, symbols.
    case common
    case other
  }

  /// The script, the marks that lengthen kana among kana.
  public static func script(of scalar: UInt32) -> Script {
    scalar == 0x30FC || scalar == 0xFF70 ? .kana : unicodeScript(of: scalar)
  }

  /// The property Script of Unicode, in which many marks are of no script.
  public static func unicodeScript(of scalar: UInt32) -> Script {
    switch Int(cicu_script(scalar)) {
    case CICU_SCRIPT_HAN: .han
    case CICU_SCRIPT_KANA: .kana
    case CICU_SCRIPT_HANGUL: .hangul
    case CICU_SCRIPT_COMMON: .common
    default: .other
    }
  }

  /// Whether the code point is a letter (general category L).
  public static func isLetter(_ scalar: UInt32) -> Bool { cicu_isLetter(scalar) }

  /// Whether the code point is a decimal digit (general category Nd).
  public static func isDigit(_ scalar: UInt32) -> Bool { cicu_isDigit(scalar) }

  /// Whether the code point is in general category P (punctuation) or S (symbol).
  public static func isPunctuationOrSymbol(_ scalar: UInt32) -> Bool {
    cicu_isPunctuationOrSymbol(scalar)
  }

  /// Whether the code point is White_Space.
  public static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    scalar < 0x80
      ? scalar == 0x20 || (0x09...0x0D).contains(scalar)
      : cicu_isWhiteSpace(scalar)
  }

  /// The number of terminal cells a code point takes: 2 for East Asian wide and fullwidth
  /// characters and emoji, 0 for marks, controls and other default ignorables, else 1.
  public static func cellWidth(of scalar: UInt32) -> Int {
    if (0x20..<0x7F).contains(scalar) { return 1 }
    if isZeroWidth(scalar) { return 0 }
    return cicu_isWide(scalar) ? 2 : 1
  }

  /// Vowels and final consonants of decomposed Hangul are drawn into the leading consonant.
  private static func isZeroWidth(_ scalar: UInt32) -> Bool {
    cicu_isMarkOrControl(scalar) || (0x1160...0x11FF).contains(scalar)
  }
}
