import CICU

/// Unicode properties of code points, as ICU's data has them.
public enum CharacterProperties {
  /// The scripts that words are told apart by.
  public enum Script: Sendable {
    case han, kana, hangul, other
  }

  public static func script(of scalar: UInt32) -> Script {
    switch UScriptCode(rawValue: Int32(property(UCHAR_SCRIPT, of: scalar))) {
    case USCRIPT_HAN: .han
    case USCRIPT_HIRAGANA, USCRIPT_KATAKANA: .kana
    case USCRIPT_HANGUL: .hangul
    default: scalar == 0x30FC || scalar == 0xFF70 ? .kana : .other
    }
  }

  /// Whether the code point is in general category P (punctuation) or S (symbol).
  public static func isPunctuationOrSymbol(_ scalar: UInt32) -> Bool {
    // The categories from Pd to Pf stand in a row: punctuation, symbols, quotes.
    (U_DASH_PUNCTUATION.rawValue...U_FINAL_PUNCTUATION.rawValue)
      .contains(UInt32(cicu_u_charType(UChar32(bitPattern: scalar))))
  }

  /// Whether the code point is White_Space.
  public static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    scalar < 0x80
      ? scalar == 0x20 || (0x09...0x0D).contains(scalar)
      : cicu_u_hasBinaryProperty(UChar32(bitPattern: scalar), UCHAR_WHITE_SPACE) != 0
  }

  /// The number of terminal cells a code point takes: 2 for East Asian wide and fullwidth
  /// characters and emoji, 0 for marks, controls and other default ignorables, else 1.
  public static func cellWidth(of scalar: UInt32) -> Int {
    if (0x20..<0x7F).contains(scalar) { return 1 }
    if isZeroWidth(scalar) { return 0 }
    switch UEastAsianWidth(rawValue: property(UCHAR_EAST_ASIAN_WIDTH, of: scalar)) {
    case U_EA_WIDE, U_EA_FULLWIDTH: return 2
    default: return 1
    }
  }

  private static func isZeroWidth(_ scalar: UInt32) -> Bool {
    switch UInt32(cicu_u_charType(UChar32(bitPattern: scalar))) {
    case U_NON_SPACING_MARK.rawValue, U_ENCLOSING_MARK.rawValue, U_CONTROL_CHAR.rawValue,
      U_FORMAT_CHAR.rawValue:
      true
    default:
      // Vowels and final consonants of decomposed Hangul are drawn into the leading consonant.
      (0x1160...0x11FF).contains(scalar)
    }
  }

  private static func property(_ property: UProperty, of scalar: UInt32) -> UInt32 {
    UInt32(bitPattern: cicu_u_getIntPropertyValue(UChar32(bitPattern: scalar), property))
  }
}
