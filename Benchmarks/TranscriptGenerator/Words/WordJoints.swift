/// Which words may stand side by side: those that no rare word of the dictionary spans.
///
/// Where one does, a segmenter may find it instead of the two, and chance would soon have shown
/// every word of the dictionary. Common words may come about so.
struct WordJoints: Sendable {
  /// Simplified characters before a joint, at most three.
  struct Tail {
    fileprivate var units: UInt64 = 0
    fileprivate var count = 0

    /// Adds a word; one without characters ends the row.
    mutating func append(_ key: [UInt16]) {
      if key.isEmpty { self = Tail() }
      for unit in key { units = (units << 16 | UInt64(unit)) & 0xFFFF_FFFF_FFFF }
      count = min(3, count + key.count)
    }
  }

  /// Two to four characters in one number.
  private var words: Set<UInt64> = []
  /// A bit for some of the hashes of two characters side by side in any of the words.
  private var pairs = [UInt64](repeating: 0, count: 1 << 15)

  /// - Parameter common: words that may come about.
  init(_ dictionary: [[UInt16]], common: some Sequence<[UInt16]>) {
    let common = Set(common)
    for key in dictionary where (2...4).contains(key.count) && !common.contains(key) {
      words.insert(key.reduce(0) { $0 << 16 | UInt64($1) })
      for (first, second) in zip(key, key.dropFirst()) {
        let bit = Self.bit(UInt64(first) << 16 | UInt64(second))
        pairs[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  private static func bit(_ pair: UInt64) -> Int {
    Int((pair &* 0x9E37_79B9_7F4A_7C15) >> 43)
  }

  /// Whether a word may follow.
  func allow(_ key: [UInt16], after tail: Tail) -> Bool {
    guard tail.count > 0, let first = key.first else { return true }
    let bit = Self.bit((tail.units & 0xFFFF) << 16 | UInt64(first))
    guard pairs[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return true }
    for before in 1...tail.count {
      var word = tail.units & (1 << UInt64(16 * before) - 1)
      for unit in key.prefix(4 - before) {
        word = word << 16 | UInt64(unit)
        if words.contains(word) { return false }
      }
    }
    return true
  }
}
