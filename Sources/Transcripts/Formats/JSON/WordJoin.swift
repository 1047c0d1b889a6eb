/// Joins words that a format gives one by one: as they are if one of them brings a space, as those of Whisper
/// do; else by the rules of `WordSpacing`.
struct WordJoin {
  private var bringsSpaces: Bool

  /// - Parameter bringsSpaces: whether that is known of the format.
  init(bringsSpaces: Bool = false) {
    self.bringsSpaces = bringsSpaces
  }

  /// Adds a word to a text.
  ///
  /// - Parameter clings: whether the word has no space before it, as punctuation has none.
  mutating func join(
    _ word: UnsafeBufferPointer<UInt8>, to text: inout [UInt8], clings: Bool = false
  ) {
    bringsSpaces = bringsSpaces || word.first == 0x20 || word.last == 0x20
    if !bringsSpaces, !clings, !word.isEmpty, Self.needsSpace(text, word) { text.append(0x20) }
    text.append(contentsOf: word)
  }

  private static func needsSpace(_ text: [UInt8], _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = text.withUnsafeBufferPointer { WordSpacing.lastScalar($0, before: $0.count) }
    guard let last, last != " " else { return false }
    return WordSpacing.isNeeded(after: last, before: WordSpacing.scalar(word, at: 0))
  }
}
