extension UserDictionary {
  /// An entry of a user dictionary.
  public struct Entry: Hashable, Sendable {
    /// The effect of an entry.
    public enum Action: Hashable, Sendable, CaseIterable {
      /// The term is a word; it competes with other segmentations by cost.
      case add
      /// The term is a word that overrides any other segmentation: `!term`.
      case force
      /// The term is not a word, neither of the user nor of the lexicon: `-term`.
      case remove
    }

    /// The term as it was written, without mark, backslash and surrounding white space.
    public let term: String
    /// The search form of the term in UTF-8, never empty. White space is one space between words.
    public let key: [UInt8]
    /// The weight: a frequency, positive and finite; a higher one makes the word likelier.
    ///
    /// `nil` makes the word just likely enough to win over its own segmentation.
    public let weight: Double?
    /// The tag, such as a part of speech; empty if there is none.
    public let tag: String
    /// The effect of the entry.
    public let action: Action
    /// The name of the file.
    public let file: String
    /// The number of the line, from 1.
    public let line: Int
  }
}
