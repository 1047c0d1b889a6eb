import InvertedIndex

/// The words of a phrase as a row of numbers: each word by its number in the index, and between two that are
/// joined (Wi-Fi) the joiner, by a number that no word has.
enum PhraseRow {
  /// The most words of a phrase.
  static let mostWords = 5
  /// The most words of a name on each side of a middle dot: segmentation cuts names apart (史|蒂|夫·乔|布|斯).
  static let mostNameWords = 7
  /// The most numbers in a row.
  static let longest = 31

  /// The largest number means none in tables.
  private static let firstJoiner = UInt32.max - 16

  static func number(of joiner: UInt32) -> UInt32 { firstJoiner + joiner }

  static func isJoiner(_ number: UInt32) -> Bool { number >= firstJoiner }

  /// The joiner that a number means; `nil` for a word.
  static func joint(_ number: UInt32) -> WordJoint? {
    isJoiner(number) ? WordJoint(joiner: number - firstJoiner) : nil
  }

  /// A number as it is kept: joiners come first, then the words.
  static func code(of number: UInt32) -> Int {
    isJoiner(number) ? Int(number - firstJoiner) : Int(number) + Int(WordJoint.joinerCount)
  }

  static func number(ofCode code: Int) -> UInt32 {
    code < WordJoint.joinerCount
      ? Self.number(of: UInt32(code)) : UInt32(code - Int(WordJoint.joinerCount))
  }

  /// Whether words stand at both ends, and no two joiners side by side.
  static func isRow(_ row: [UInt32]) -> Bool {
    guard let first = row.first, let last = row.last, !isJoiner(first), !isJoiner(last) else {
      return false
    }
    return zip(row, row.dropFirst()).allSatisfy { !isJoiner($0) || !isJoiner($1) }
  }
}
