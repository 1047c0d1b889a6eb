public import ICUSupport
import TextNormalization

/// A user dictionary made ready for segmentation over one lexicon; any number of threads share it.
public final class UserWords: Sendable {
  /// The lexicon without the words that the dictionary removes, or gives a weight of its own.
  public let lexicon: Lexicon
  public let dictionary: UserDictionary
  let matcher: UserTermMatcher
  /// The entries that add words, as the matcher numbers them.
  let entries: [UserDictionary.Entry]

  /// - Complexity: O(n); some 100 milliseconds more where words are removed from a lexicon that is
  ///   not in search form.
  public init(_ dictionary: UserDictionary, _ lexicon: Lexicon) throws(ICUError) {
    self.dictionary = dictionary
    let resolved = dictionary.resolved()
    entries = resolved.filter { $0.action != .remove }
    matcher = UserTermMatcher(entries.map(\.key))
    // A weight is the word's only one: what the lexicon says of it no longer counts.
    let removed = Set(resolved.filter { $0.action == .remove || $0.weight != nil }.map(\.key))
    self.lexicon =
      removed.isEmpty ? lexicon : lexicon.removing(try Self.ids(of: removed, in: lexicon))
  }

  /// The words of a lexicon that have one of these search forms.
  private static func ids(
    of keys: Set<[UInt8]>, in lexicon: Lexicon
  ) throws(ICUError) -> [UInt32] {
    if lexicon.form == .search {
      return keys.compactMap { lexicon.id(of: String(decoding: $0, as: UTF8.self).utf16) }
    }
    let folder = try SearchFormFolder()
    let dictionary = try BreakDictionary.read()
    var ids: [UInt32] = []
    for index in dictionary.ends.indices {
      let word = dictionary.word(index)
      let text = String(decoding: word, as: UTF16.self)
      if keys.contains(Array(try folder.fold(Array(text.utf8).span).bytes)),
        let id = lexicon.id(of: word)
      {
        ids.append(id)
      }
    }
    return ids
  }

  /// What decides the words besides the lexicon.
  public var fingerprint: String { dictionary.fingerprint }
}
