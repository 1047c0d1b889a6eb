extension UserDictionary {
  /// A line of a user dictionary.
  public struct Entry: Hashable, Sendable {
    /// What is done with the words that have the key.
    public enum Action: Hashable, Sendable, CaseIterable {
      /// The term is a word, cut where that costs least.
      case add
      /// The term is a word, cut wherever it stands: `!term`.
      case force
      /// The term is no word, neither of the user nor of the lexicon: `-term`.
      case remove
    }

    /// The term as it was written, without mark, backslash and white space around it.
    public let term: String
    /// The search form of the term in UTF-8, each run of white space as one space, none at the
    /// ends; never empty.
    public let key: [UInt8]
    /// A frequency, positive and finite: the higher, the likelier the word. None: just high
    /// enough to win over the cut without the word.
    public let weight: Double?
    /// The third column, such as a part of speech; empty where there is none.
    public let tag: String
    public let action: Action
    /// The name of the file that the line is in.
    public let file: String
    /// The number of the line, from 1.
    public let line: Int
  }
}
