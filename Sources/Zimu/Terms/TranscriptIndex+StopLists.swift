import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

extension TranscriptIndex {
  /// The entries of a user's stop list that stop nothing: no word, and no words in a row, are equal to them, and
  /// no Han word is glued together from them.
  ///
  /// - Parameter stopWords: all that are in effect, those of the list among them.
  /// - Complexity: O(terms + occurrences of the entries of several words).
  public func unmatched(
    _ list: UserStopList, of stopWords: StopWords
  ) throws(ZimuError) -> [UserStopList.Entry] {
    try translatingErrors {
      let keys = try stopWords.unmatchedEntries(in: reader)
      let rest = list.entries.filter { keys.contains(Array($0.key.utf8)) }
      guard !rest.isEmpty else { return [] }
      let counter = TextCount(try TranscriptSearcher(self).search, match: .word)
      return try rest.filter { entry in
        guard let pattern = try counter.pattern(of: entry.text) else { return true }
        var count = 0
        try counter.forEachCount(of: pattern) { count += $1 }
        return count == 0
      }
    }
  }
}
