/// Which segments become one: those of a size, four at a time, so that each word is written some
/// log₄ n times, and there are few segments to ask.
enum MergePolicy {
  /// Segments of fewer words are all of one size.
  private static let smallest = 100_000
  /// As many of one size become one.
  private static let width = 4

  /// - Parameters:
  ///   - words: of each segment.
  ///   - joined: groups of segments that become one in any case.
  /// - Returns: groups of segments; each group is to become one segment.
  static func groups(words: [Int], joined: [[Int]]) -> [[Int]] {
    let taken = Set(joined.joined())
    var groups = joined + words.indices.filter { !taken.contains($0) }.map { [$0] }
    while let full = fullTier(groups, words) {
      let members = full.flatMap { groups[$0] }.sorted()
      groups = groups.indices.filter { !full.contains($0) }.map { groups[$0] } + [members]
    }
    return groups
  }

  /// The groups of a size of which there are too many.
  private static func fullTier(_ groups: [[Int]], _ words: [Int]) -> [Int]? {
    let tiers = Dictionary(grouping: groups.indices) { group in
      tier(groups[group].reduce(0) { $0 + words[$1] })
    }
    return tiers.sorted { $0.key < $1.key }.first { $0.value.count >= width }?.value
  }

  private static func tier(_ words: Int) -> Int {
    let units = words / smallest
    return units == 0 ? 0 : 1 + (Int.bitWidth - 1 - units.leadingZeroBitCount) / 2
  }
}
