import InvertedIndex
import WordSegmentation

/// Puts together words as they stand in a text.
enum PhraseKey {
  /// The search form of words in a row, see `PhraseRow`.
  static func key(
    of row: [UInt32], in index: IndexReader
  ) throws(IndexError) -> [UInt8] {
    var key: [UInt8] = []
    var last: UInt32?
    for number in row {
      if let joiner = PhraseRow.joint(number)?.character {
        key += String(joiner).utf8
        last = nil
        continue
      }
      if let last, try isSpaced(between: last, number, in: index) { key.append(0x20) }
      key += try index.key(of: Int(number))
      last = number
    }
    return key
  }

  /// Whether white space between two words counts: not where one of them is Han, nor kana, which is written
  /// without.
  static func isSpaced(
    between first: UInt32, _ second: UInt32, in index: IndexReader
  ) throws(IndexError) -> Bool {
    let before = try index.key(of: Int(first)).last { $0 & 0xC0 != 0x80 }
    let after = try index.key(of: Int(second)).first
    if isHan(before, try index.kind(of: Int(first))) { return false }
    return !isHan(after, try index.kind(of: Int(second)))
  }

  /// - Parameter lead: the first byte of a character at the end of a word.
  private static func isHan(_ lead: UInt8?, _ kind: UInt8) -> Bool {
    // Users' words begin and end with anything; what Han they have lies in U+3400–9FFF or above U+FFFF.
    let kind = WordKind(rawValue: kind) ?? .other
    return kind == .han || kind == .kana || kind == .user && (0xE3...0xF4).contains(lead ?? 0)
  }
}
