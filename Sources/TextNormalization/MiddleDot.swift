import ICUSupport

/// The dots that stand between the parts of a name, as in 史蒂夫·乔布斯: one dot between Han or kana.
///
/// `‧` joins letters like `·` and is that everywhere; `・`, what folds to it, and `．` are it only between
/// Han or kana, where no boundary of words depends on which of them stands there.
enum MiddleDot {
  /// `·` in UTF-8.
  static let bytes: [UInt8] = [0xC2, 0xB7]
  /// `・`.
  static let katakana: UInt32 = 0x30FB
  /// `．`, elsewhere a full stop.
  private static let fullStop: UInt32 = 0xFF0E

  /// Whether a code point that becomes `result` elsewhere is one of the dots.
  static func isFolded(_ scalar: UInt32, _ result: [UInt32]) -> Bool {
    scalar == fullStop || result == [katakana]
  }

  /// Whether a dot between two code points in search form, `nil` at an end of the text, is `·`.
  static func isBetween(_ before: UInt32?, _ after: UInt32?) -> Bool {
    isHanOrKana(before) && isHanOrKana(after)
  }

  private static func isHanOrKana(_ scalar: UInt32?) -> Bool {
    switch scalar.map(CharacterProperties.script(of:)) {
    case .han, .kana: true
    default: false
    }
  }
}
