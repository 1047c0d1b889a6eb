/// Random texts that mix what transcripts mix, and what they should never hold.
public enum RandomText {
  /// Ranges that code points are drawn from: Han, Ext B, compatibility, kana, Hangul, Thai, Latin,
  /// digits, marks, full-width forms, punctuation, emoji, joiners, default ignorables, Hebrew, Lao,
  /// Burmese, Khmer, flags, tags, code points that stand for nothing.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0xF900...0xFAFF,
    0x2E80...0x2FD5, 0x3040...0x30FF, 0xAC00...0xD7A3, 0x1100...0x11FF, 0x0E00...0x0E7F,
    0x20...0x7E, 0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0xFF00...0xFFEF, 0x3000...0x303F,
    0x0590...0x05FF, 0x0E80...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1F1E6...0x1F1FF,
    0xE0000...0xE007F, 0x2FE0...0x2FEF, 0x10FF00...0x10FFFF,
    0x3200...0x33FF, 0x1F300...0x1F6FF, 0x200B...0x200F, 0xFE00...0xFE0F, 0x2000...0x206F,
  ]

  /// A string of up to `length` code points.
  public static func string(length: Int, using generator: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      let value = UInt32.random(in: ranges.randomElement(using: &generator)!, using: &generator)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Up to `length` bytes: text with bytes changed, dropped and inserted.
  public static func bytes(length: Int, using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(string(length: length / 3, using: &generator).utf8)
    for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
      let index = bytes.indices.randomElement(using: &generator)!
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: index)
      default: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &generator), at: index)
      }
    }
    return bytes
  }
}
