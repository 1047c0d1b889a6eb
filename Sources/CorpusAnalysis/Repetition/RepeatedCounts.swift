public import InvertedIndex

/// How often terms stand in cues that repeat others.
public enum RepeatedCounts {
  /// - Parameter cues: those that are looked at.
  /// - Returns: of each term of a list how often it does.
  /// - Complexity: O(words of the episodes with such cues).
  public static func count(
    _ list: [Int], _ terms: TermInventory, in members: [CorpusSelection.Member],
    of index: IndexReader, _ cues: CueSet
  ) throws -> [Int] {
    var counts = [Int](repeating: 0, count: list.count)
    let matcher = TermMatcher(list, terms)
    for member in members {
      let ranges = try member.wordRanges(in: index, of: cues)
      guard !ranges.isEmpty else { continue }
      let words = try MemberWords(of: member.episode, in: index, ranges)
      matcher.walk(words) { place, _ in counts[place] += 1 }
    }
    return counts
  }
}
