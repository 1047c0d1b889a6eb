public import InvertedIndex

/// The phrases of an index, or of a part of it.
public struct PhraseList: Hashable, Sendable {
  /// In order of their keys by code point, each key once.
  public internal(set) var phrases: [Phrase]

  /// Finds the phrases of a selection, of all its groups together.
  ///
  /// - Complexity: a dozen walks over the words selected and one over the index; memory for a million
  ///   rows of words at most.
  public init(
    in selection: CorpusSelection, of index: IndexReader, _ criteria: PhraseCriteria
  ) throws {
    let members = selection.groups.flatMap(\.members).merged()
    let found = try PhraseFinder(members, of: index, criteria).phrases()
    phrases = try Self.sorted(found, index)
    try PhraseCensus(of: index).fill(&phrases)
  }

  init(_ phrases: [Phrase]) { self.phrases = phrases }

  /// Without those that are also a word, or cut in a way that is rarer.
  private static func sorted(
    _ phrases: [Phrase], _ index: IndexReader
  ) throws(IndexError) -> [Phrase] {
    let sorted = phrases.sorted { first, second in
      first.key == second.key
        ? first.statistics.count > second.statistics.count
        : first.key.lexicographicallyPrecedes(second.key)
    }
    var kept: [Phrase] = []
    for phrase in sorted where kept.last?.key != phrase.key {
      if try index.term(withKey: phrase.key[...]) == nil { kept.append(phrase) }
    }
    return kept.withoutFalseCuts
  }
}

extension [Phrase] {
  /// Without phrases that are another one and a stop word after it, cut in the wrong place: 智能|体会 is 智能|体
  /// and 会. As with words that may end a phrase, one that stands in half of the other's places stays.
  fileprivate var withoutFalseCuts: [Phrase] {
    let counts = Dictionary(uniqueKeysWithValues: map { ($0.key, $0.statistics.count) })
    let stopWords = Set(StopList.standard.all.map { [UInt8]($0.utf8) })
    return filter { phrase in
      // One Han character or two.
      [3, 6].allSatisfy { length in
        guard phrase.key.count > length, stopWords.contains([UInt8](phrase.key.suffix(length)))
        else { return true }
        return 2 * phrase.statistics.count >= counts[[UInt8](phrase.key.dropLast(length))] ?? 0
      }
    }
  }
}

extension [CorpusSelection.Member] {
  /// In order of episodes, each once: all cues that one of the members has.
  fileprivate func merged() -> [CorpusSelection.Member] {
    var merged: [CorpusSelection.Member] = []
    for member in sorted(by: { $0.episode < $1.episode }) {
      if let last = merged.last, last.episode == member.episode {
        merged[merged.count - 1] = last.union(member)
      } else {
        merged.append(member)
      }
    }
    return merged
  }
}
