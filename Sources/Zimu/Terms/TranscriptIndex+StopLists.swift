import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

extension TranscriptIndex {
  /// Returns the entries of a user's stop list that have no effect.
  ///
  /// An entry has an effect if it equals a word or consecutive words. It also has one if it is part of a Han
  /// word that consists of stop words.
  ///
  /// - Parameters:
  ///   - list: the user's stop list.
  ///   - stopWords: all stop words in use, those of the list included.
  /// - Throws: `ZimuError` with the code `indexDamaged` or `icu`.
  /// - Complexity: O(terms + occurrences of the entries of several words).
  public func unmatched(
    _ list: UserStopList, of stopWords: StopWords
  ) throws(ZimuError) -> [UserStopList.Entry] {
    try translatingErrors {
      let keys = try stopWords.unmatchedEntries(in: reader)
      let rest = list.entries.filter { keys.contains(Array($0.key.utf8)) }
      guard !rest.isEmpty else { return [] }
      let counter = OccurrenceCounter(try SearchState(try searcher), match: .word)
      return try rest.filter { entry in
        guard let pattern = try counter.pattern(of: entry.text) else { return true }
        var count = 0
        try counter.forEachCount(of: pattern) { count += $1 }
        return count == 0
      }
    }
  }
}
