/// Tells the script of a text.
enum HanText {
  /// Whether one of the characters is Han: CJK ideographs with their extensions, compatibility ideographs, and 〇.
  ///
  /// - Complexity: O(n).
  static func isIn(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { text[$0] >= 0xE3 && isHan(text[$0...]) }
  }

  /// Whether the text has letters of ASCII, two of them at least, and no Han.
  static func isLatin(_ text: ArraySlice<UInt8>) -> Bool {
    text.lazy.filter { (0x61...0x7A).contains($0 | 0x20) }.prefix(2).count == 2 && !isIn(text)
  }

  /// Whether the character that begins a text is Han.
  private static func isHan(_ text: ArraySlice<UInt8>) -> Bool {
    guard let scalar = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first else {
      return false
    }
    switch scalar.value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: return true
    default: return false
    }
  }
}
