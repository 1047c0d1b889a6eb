/// Whether a space belongs between two words that a format gives one by one, without the space.
///
/// Han, kana, Thai and full-width characters have none beside them; punctuation has none on the side where it
/// clings.
enum WordSpacing {
  static func isNeeded(after last: Unicode.Scalar, before first: Unicode.Scalar) -> Bool {
    !isUnspaced(last) && !isUnspaced(first) && !opening.contains(last) && !closing.contains(first)
  }

  /// Whether a word is nothing but punctuation that belongs to the word in front of it.
  static func clings(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count < 16 else { return false }
    return String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy {
      closing.contains($0) || ends.contains($0) || $0 == " "
    }
  }

  /// Whether a text ends as a sentence does: with a stop, and perhaps with quotation marks after it.
  static func endsSentence(_ text: [UInt8]) -> Bool {
    for scalar in String(decoding: text.suffix(12), as: UTF8.self).unicodeScalars.reversed() {
      if ends.contains(scalar) { return true }
      guard scalar == " " || trailing.contains(scalar) else { return false }
    }
    return false
  }

  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "。", "！", "？", "．", "｡"]
  private static let trailing: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "」", "』", ")", "）", "]", "》",
  ]
  private static let opening: Set<Unicode.Scalar> = [
    "(", "[", "{", "“", "‘", "$", "£", "€", "¿", "¡",
  ]
  private static let closing: Set<Unicode.Scalar> = [
    ",", ".", "!", "?", ";", ":", ")", "]", "}", "%", "'", "’", "”", "…", "、", "，", "。", "！", "？",
    "；", "：", "）", "」", "』", "》",
  ]

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x2E80...0x312F, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
