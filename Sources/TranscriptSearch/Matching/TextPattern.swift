/// A text to find, as matching compares it: in search form, and white space only where it counts,
/// between two characters of words that are not Han.
public struct TextPattern: Hashable, Sendable {
  /// What a character is.
  enum Kind: UInt8, Sendable {
    case han, kana
    /// Any other part of a word.
    case letter
    case space
    /// Punctuation, symbols.
    case separator

    /// Whether it is in a word.
    var isWord: Bool { rawValue <= Kind.letter.rawValue }

    /// Whether white space beside it counts.
    var isSpaced: Bool { self == .letter || self == .kana }
  }

  /// UTF-8.
  let bytes: [UInt8]

  /// The search form, white space only where it counts; UTF-8.
  package var form: [UInt8] { bytes }

  /// For each byte what its character is.
  let kinds: [Kind]
  /// For each byte, and the end, whether the rules see a boundary before it.
  let boundaries: [Bool]
  /// How the original must be spelled; `nil` if any spelling of the search form is found.
  var spelling: OriginalSpelling?

  var count: Int { bytes.count }

  /// Whether there is anything in it that an index knows by its words.
  public var hasWords: Bool { kinds.contains(where: \.isWord) }

  /// Whether it is one word of letters and digits, or the beginning of one.
  var isLetters: Bool { !kinds.isEmpty && kinds.allSatisfy { $0 == .letter } }

  var lengthWithoutSpace: Int { kinds.count { $0 != .space } }

  var hasSeparators: Bool { kinds.contains(.separator) }

  /// Whether white space counts between the character before an offset and the one after it.
  func isSpaced(_ offset: Int) -> Bool {
    kinds[offset - 1].isSpaced && kinds[offset].isSpaced
  }

  /// Whether an end of the pattern may lie at an offset of a word's key: one that is a letter or digit
  /// only on a boundary of the rules, which inside of words only users' have.
  ///
  /// - Parameters:
  ///   - user: the word, if it is a user's.
  ///   - kind: the character at the pattern's end.
  func isEnd(at offset: Int, of keyCount: Int, _ user: TextPattern?, _ kind: Kind) -> Bool {
    guard offset > 0, offset < keyCount, kind == .letter else { return true }
    return user?.boundaries[offset] ?? false
  }

  /// The end of the row of one kind, or of everything in words, that begins at an offset.
  func end(of isSame: (Kind) -> Bool, from offset: Int) -> Int {
    var end = offset
    while end < count, isSame(kinds[end]) { end += 1 }
    return end
  }

  /// The start of the row of one kind, or of everything in words, that ends at an offset.
  func start(of isSame: (Kind) -> Bool, to offset: Int) -> Int {
    var start = offset
    while start > 0, isSame(kinds[start - 1]) { start -= 1 }
    return start
  }

  /// Whether a character begins at an offset.
  func isCharacterStart(_ offset: Int) -> Bool {
    offset == count || bytes[offset] & 0xC0 != 0x80
  }
}
