/// A user dictionary: words that a user adds, forces or removes, from one or more files.
///
/// Each line is an entry:
///
///     term⇥weight⇥tag      weight and tag may be empty or omitted
///     term number tag      jieba's format, only if the line matches ^\S+ [0-9]+( [a-z]+)?$
///     term                 any other line without a tab, spaces included
///     -term                removes every word with that search form
///     !term                overrides any other segmentation
///     \-term               adds -term; likewise \! and \#
///     # comment            a `#` alone is a comment too; #term is a term
///
/// White space and U+FEFF are removed from the ends of lines, terms and tags. Lines end at LF.
public struct UserDictionary: Hashable, Sendable {
  /// The most code points that the search form of a term may have.
  package static let longestTerm = 64

  /// The entries of all files, in order.
  public private(set) var entries: [Entry] = []

  /// Creates a dictionary without entries.
  public init() {}

  /// Reads a dictionary file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 below 4 GB; blank lines, a BOM and CR LF are fine.
  ///   - file: the name for errors and entries.
  /// - Throws: the first bad line. Nothing of such a file is used.
  /// - Complexity: O(n).
  package static func parse(
    _ bytes: [UInt8], file: String
  ) throws(UserDictionaryError) -> UserDictionary {
    var reader = try UserDictionaryReader(file: file)
    var dictionary = UserDictionary()
    dictionary.entries = try reader.entries(of: bytes)
    return dictionary
  }

  /// Appends the entries of another dictionary, which take precedence.
  ///
  /// - Parameter other: the dictionary whose entries are appended.
  public mutating func append(_ other: UserDictionary) {
    entries += other.entries
  }

  /// One entry for each key, the last of all, in the order of the bytes of their keys.
  ///
  /// A removal is an entry like the others: what it removes may be a word of the lexicon.
  ///
  /// - Complexity: O(n log n).
  package func resolved() -> [Entry] {
    var last: [[UInt8]: Entry] = [:]
    for entry in entries { last[entry.key] = entry }
    return last.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
