/// Tells the characters that are written without spaces between words: Han, kana, and the punctuation that goes
/// with them.
enum WideCharacters {
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF9F,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Whether the text begins with a wide character.
  var beginsWide: Bool { isWide(at: startIndex) }

  /// Whether the text ends with a wide character.
  var endsWide: Bool {
    guard let start = suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return isWide(at: start)
  }

  /// Whether the character at a position is wide; all of them have three or four bytes.
  private func isWide(at start: Int) -> Bool {
    guard start + 3 <= endIndex, self[start] >= 0xE2 else { return false }
    let first = UInt32(self[start])
    let middle = UInt32(self[start + 1] & 0x3F) << 6 | UInt32(self[start + 2] & 0x3F)
    if first < 0xF0 { return WideCharacters.contains((first & 0x0F) << 12 | middle) }
    guard start + 4 <= endIndex else { return false }
    return WideCharacters.contains(
      (first & 0x07) << 18 | middle << 6 | UInt32(self[start + 3] & 0x3F))
  }
}
