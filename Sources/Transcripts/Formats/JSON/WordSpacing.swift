/// Whether a space belongs between two words that a format gives one by one, without the space.
///
/// Han, kana, Thai and full-width characters have none beside them; punctuation has none on the side where it
/// clings.
enum WordSpacing {
  static func isNeeded(after last: Unicode.Scalar, before first: Unicode.Scalar) -> Bool {
    !isUnspaced(last) && !isUnspaced(first) && !isOpening(last) && !isClosing(first)
  }

  /// Whether a word is nothing but punctuation that belongs to the word in front of it.
  static func clings(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count < 16 else { return false }
    var position = 0
    while position < word.count {
      let scalar = scalar(word, at: position)
      guard isClosing(scalar) || scalar == " " else { return false }
      position += UTF8.width(scalar)
    }
    return true
  }

  /// Whether a text ends as a sentence does: with a stop, and perhaps with quotation marks after it.
  static func endsSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    while end > 0, let last = lastScalar(text, before: end) {
      switch last {
      case ".", "!", "?", "。", "！", "？", "．", "｡": return true
      case " ", "\"", "'", "”", "’", "」", "』", ")", "）", "]", "》": end -= UTF8.width(last)
      default: return false
      }
    }
    return false
  }

  static func lastScalar(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Unicode.Scalar? {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(text, at: start)
  }

  /// The code point at a position of well-formed UTF-8.
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Unicode.Scalar {
    let byte = text[start]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    for place in start + 1..<max(start + 1, min(start + length, text.count)) {
      value = value << 6 | UInt32(text[place] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "“", "‘", "$", "£", "€", "¿", "¡": true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", "!", "?", ";", ":", ")", "]", "}", "%", "'", "’", "”", "…", "、", "，", "。", "！",
      "？",
      "；", "：", "）", "」", "』", "》", "．", "｡":
      true
    default: false
    }
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x2E80...0x312F, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
