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
    if !bringsSpaces, !clings, let last = text.last, last > 0x20,
      let left = String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last,
      let right = String(decoding: word.prefix(4), as: UTF8.self).unicodeScalars.first,
      WordSpacing.isNeeded(after: left, before: right)
    {
      text.append(0x20)
    }
    text.append(contentsOf: word)
  }
}
