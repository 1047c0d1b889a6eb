public import InvertedIndex

extension TermInventory {
  /// How often each phrase stands in a selection of another index, where words have other numbers.
  ///
  /// - Complexity: one walk through the other index.
  public func phraseCounts(
    in other: IndexReader, from index: IndexReader, _ selection: CorpusSelection
  ) throws -> [Int] {
    var counts = [Int](repeating: 0, count: phrases.count)
    var rows: [[UInt32]] = []
    var places: [Int] = []
    for (place, phrase) in phrases.enumerated() {
      var row: [UInt32] = []
      for word in phrase.row {
        if PhraseRow.isJoiner(word) {
          row.append(word)
          continue
        }
        guard let term = try other.term(withKey: try index.key(of: Int(word))) else { break }
        row.append(UInt32(term))
      }
      guard row.count == phrase.row.count else { continue }
      rows.append(row)
      places.append(place)
    }
    guard !rows.isEmpty else { return counts }
    let trie = PhraseTrie(rows, termCount: try other.termCount)
    for member in selection.groups.flatMap(\.members) {
      trie.walk(try MemberWords(of: member, in: other)) { phrase, _ in
        counts[places[phrase]] += 1
      }
    }
    return counts
  }
}
