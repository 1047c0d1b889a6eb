package import InvertedIndex
import WordSegmentation

/// A set of stop words, with rules for Han words that consist of stop words.
public struct StopWords: Sendable {
  private let entries: Set<[UInt8]>
  private let latin: Set<[UInt8]>
  private let longestEntry: Int
  private let glueExceptions = Set(
    WordList.parse(PackageResources.glue_exceptions_txt).map { Array($0.utf8) })
  private let deExceptions = Set(
    WordList.parse(PackageResources.de_exceptions_txt).map { Array($0.utf8) })

  /// Creates a set of stop words.
  ///
  /// - Parameters:
  ///   - entries: the stop words, in search form.
  ///   - latin: more stop words, in search form. They do not hide a term that is mostly written in capitals,
  ///     such as IT or US.
  public init(_ entries: [String], latin: [String] = []) {
    self.entries = Set(entries.map { Array($0.utf8) })
    self.latin = Set(latin.map { Array($0.utf8) })
    longestEntry = self.entries.reduce(0) { max($0, $1.count) }
  }

  /// The entries of a list.
  package init(_ list: StopList, adding entries: [String] = []) {
    let words = list.words
    self.init(
      (words[.functionWords] ?? []) + (words[.fillers] ?? []) + entries, latin: words[.latin] ?? [])
  }

  /// The standard stop words: function words, fillers of speech, and Latin function words.
  public static let standard = StopWords(StopList.standard)

  /// Returns the standard stop words with more entries.
  ///
  /// - Parameter entries: the added stop words, in search form, such as the keys of `UserStopList.entries`.
  public static func standard(adding entries: [String]) -> StopWords {
    StopWords(StopList.standard, adding: entries)
  }

  /// Whether a term of an index is stopped.
  ///
  /// - Parameters:
  ///   - key: the term in search form.
  ///   - isHan: whether it is a Han word; the rules beyond the list itself are for those only.
  func contains(
    _ term: Int, _ key: ArraySlice<UInt8>, isHan: Bool, in index: IndexReader
  ) throws(IndexError) -> Bool {
    guard contains(key, isHan: isHan) else { return false }
    guard !isHan, !entries.contains(Array(key)) else { return true }
    return !Self.isInCapitals(try index.displaySpelling(of: term))
  }

  /// Whether a spelling is two letters or more, all of them capitals.
  private static func isInCapitals(_ spelling: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: spelling, as: UTF8.self).unicodeScalars
    return scalars.count > 1 && scalars.allSatisfy(\.properties.isUppercase)
  }

  /// Whether a word is stopped, however it is spelled.
  ///
  /// - Parameters:
  ///   - key: the word in search form.
  ///   - isHan: whether it is a Han word; the rules beyond the list itself are for those only.
  package func contains(_ key: ArraySlice<UInt8>, isHan: Bool) -> Bool {
    guard !entries.isEmpty || !latin.isEmpty else { return false }
    let key = Array(key)
    if entries.contains(key) { return true }
    guard isHan else { return latin.contains(key) }
    return (endsInDe(key) || isGlued(key))
  }

  /// Two or three characters of which the last is 的 (新的, 真正的).
  private func endsInDe(_ key: [UInt8]) -> Bool {
    let characters = key.count { $0 & 0xC0 != 0x80 }
    return (2...3).contains(characters) && key.suffix(3).elementsEqual("的".utf8)
      && !deExceptions.contains(key)
  }

  /// Whether a phrase is an entry of the list.
  func contains(_ phrase: Phrase) -> Bool { entries.contains(phrase.key) }

  /// The entries that no word of an index is, and no Han word is glued together from.
  ///
  /// - Complexity: O(terms).
  package func unmatchedEntries(in index: IndexReader) throws(IndexError) -> Set<[UInt8]> {
    var unmatched = entries
    for term in 0..<(try index.termCount) where !unmatched.isEmpty {
      let key = Array(try index.key(of: term))
      let isHan = WordKind(rawValue: try index.kind(of: term)) == .han
      if unmatched.remove(key) == nil, isHan, isGlued(key) { unmatched.subtract(parts(of: key)) }
    }
    return unmatched
  }

  /// What lies between any two characters of a key.
  private func parts(of key: [UInt8]) -> [[UInt8]] {
    let ends = key.indices.filter { key[$0] & 0xC0 != 0x80 } + [key.count]
    return ends.flatMap { start in ends.filter { $0 > start }.map { Array(key[start..<$0]) } }
  }

  /// Whether the word can be cut wholly into entries (做了, 都是, 我的).
  private func isGlued(_ key: [UInt8]) -> Bool {
    guard !glueExceptions.contains(key) else { return false }
    // reachable[i]: the first i bytes can be cut into entries.
    var reachable = [true] + [Bool](repeating: false, count: key.count)
    for start in key.indices where reachable[start] {
      for end in start + 1..<min(start + longestEntry, key.count) + 1
      where (end == key.count || key[end] & 0xC0 != 0x80)
        && entries.contains(Array(key[start..<end]))
      {
        reachable[end] = true
      }
    }
    return reachable[key.count]
  }
}
