import InvertedIndex

/// The words of a part of an episode, and what joins them.
struct MemberWords {
  /// Of the whole episode.
  let terms: [UInt32]
  let joints: [WordJoint]
  /// The positions that belong to the part; apart from each other, in order.
  let ranges: [Range<Int>]

  init(of member: CorpusSelection.Member, in index: IndexReader) throws(IndexError) {
    try self.init(of: member.episode, in: index, try member.wordRanges(in: index))
  }

  /// - Parameter ranges: in order; those that touch become one.
  init(
    of episode: Int, in index: IndexReader, _ ranges: [Range<Int>]
  ) throws(IndexError) {
    self.init(
      terms: try index.terms(of: episode), joints: try index.joints(of: episode), ranges)
  }

  /// - Parameter joints: none, if only words are looked at.
  init(terms: [UInt32], joints: [WordJoint], _ ranges: [Range<Int>]) {
    (self.terms, self.joints) = (terms, joints)
    var joined: [Range<Int>] = []
    for range in ranges where !range.isEmpty {
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    self.ranges = joined
  }

  /// How many words the part has.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Calls `body` with the positions of each run of words that nothing parts.
  func walkRuns(_ body: (Range<Int>) throws -> Void) rethrows {
    for range in ranges {
      var start = range.lowerBound
      for position in range where joints[position].isParted || position + 1 == range.upperBound {
        try body(start..<position + 1)
        start = position + 1
      }
    }
  }
}
