package import InvertedIndex
import WordSegmentation

/// The filter that decides which terms a frequency table shows.
public struct TermFilter: Sendable {
  /// The reason why a term is hidden.
  public enum Reason: Int, CaseIterable, Sendable {
    /// The term is a stop word.
    case stopWord
    /// The term is a number, a numeral, or a numeral with a measure word.
    case number
    /// The term is a Han word of fewer characters than `minimumLength`.
    case short
    /// The term is written in another script than `script`.
    case script
    /// The term occurs mostly inside a longer phrase that is shown.
    case nested
  }

  /// The script in which terms must be written.
  public enum Script: String, CaseIterable, Sendable {
    /// Han words only.
    case han
    /// Words of Latin letters only.
    case latin
    /// Words of all scripts.
    case any
  }

  /// The stop words (default: the standard lists).
  public var stopWords = StopWords.standard
  /// Whether to show numbers and numerals with measure words (default `false`).
  ///
  /// Numbers that are names, such as 996 and 618, are always shown if they are as frequent as a phrase must
  /// be.
  public var showsNumbers = false
  /// The minimum length of a Han word, in characters (default 2). Phrases may have any length.
  public var minimumLength = 2
  /// The script in which terms must be written (default any).
  public var script = Script.any

  /// Creates a filter with the defaults.
  public init() {}

  /// For each term of an index whether it is shown (`nil`), or why not.
  ///
  /// - Parameter terms: with the phrases, of which each is hidden as its first or last word would be, or as an entry of the
  ///   stop list.
  package func hidden(
    in index: IndexReader, terms: TermInventory? = nil
  ) throws(IndexError) -> [Reason?] {
    var hidden: [Reason?] = []
    for term in 0..<(try index.termCount) { hidden.append(try self.hidden(term, in: index)) }
    if !showsNumbers { try showNames(of: index, in: &hidden) }
    for phrase in terms?.phrases ?? [] { hidden.append(try self.hidden(phrase, in: index)) }
    return hidden
  }

  /// Phrases are as long as they are, and have numbers in them.
  private func hidden(_ phrase: Phrase, in index: IndexReader) throws(IndexError) -> Reason? {
    for (place, word) in phrase.words.enumerated() {
      let key = try index.key(of: Int(word))
      let kind = WordKind(rawValue: try index.kind(of: Int(word))) ?? .other
      // A name may have a number in any script (COVID-19).
      if !(phrase.isJoined && kind == .number) && !matchesScript(key, kind) { return .script }
      let isEnd = place == 0 || place == phrase.words.count - 1
      // What phrases may begin and end with besides (大模型) is no reason to hide them.
      if isEnd, try stopWords.contains(Int(word), key, isHan: kind == .han, in: index),
        try !StopWords.standard.contains(Int(word), key, isHan: kind == .han, in: index)
      {
        return .stopWord
      }
    }
    return stopWords.contains(phrase) ? .stopWord : nil
  }

  private func hidden(_ term: Int, in index: IndexReader) throws(IndexError) -> Reason? {
    let key = try index.key(of: term)
    let kind = WordKind(rawValue: try index.kind(of: term)) ?? .other
    if !matchesScript(key, kind) { return .script }
    if try stopWords.contains(term, key, isHan: kind == .han, in: index) { return .stopWord }
    if !showsNumbers, isNumber(key, kind) { return .number }
    if kind == .han, key.count(where: { $0 & 0xC0 != 0x80 }) < minimumLength { return .short }
    return nil
  }

  /// Shows the numbers that are names, and come as often as a phrase must.
  private func showNames(
    of index: IndexReader, in hidden: inout [Reason?]
  ) throws(IndexError) {
    let criteria = PhraseCriteria()
    var names: [(term: Int, count: Int)] = []
    for name in NumberNames.standard.names {
      guard let term = try index.term(withKey: name[...]), hidden[term] == .number else { continue }
      names.append((term, try index.count(of: term)))
    }
    // The minimum grows with the index: all words are added up only where that decides.
    guard names.contains(where: { $0.count >= criteria.minimum }) else { return }
    var words = 0
    for term in hidden.indices { words += try index.count(of: term) }
    let minimum = criteria.minimum(among: words)
    for name in names where name.count >= minimum { hidden[name.term] = nil }
  }

  /// Whether a word begins with a Latin letter, after digits perhaps (4o).
  private static func isLatin(_ key: ArraySlice<UInt8>) -> Bool {
    guard let lead = key.first(where: { !(0x30...0x39).contains($0) }) else { return false }
    // ASCII, U+00C0–024F, and U+1E00–1EFF, which begins with two bytes of its own.
    return lead < 0x80 || (0xC3...0xC9).contains(lead) || key.starts(with: [0xE1, 0xB8])
      || key.starts(with: [0xE1, 0xB9]) || key.starts(with: [0xE1, 0xBA])
      || key.starts(with: [0xE1, 0xBB])
  }

  private func isNumber(_ key: ArraySlice<UInt8>, _ kind: WordKind) -> Bool {
    kind == .number || kind == .han && Numerals.standard.contains(key)
  }

  private func matchesScript(_ key: ArraySlice<UInt8>, _ kind: WordKind) -> Bool {
    switch script {
    case .any: true
    case .han: kind == .han
    case .latin: (kind == .letters || kind == .name) && Self.isLatin(key)
    }
  }
}
