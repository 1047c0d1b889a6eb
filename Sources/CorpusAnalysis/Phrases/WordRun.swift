import InvertedIndex

/// Consecutive words of one turn with nothing between them that parts them.
struct WordRun {
  let terms: UnsafeBufferPointer<UInt32>
  /// Where in the episode's word stream it begins.
  let start: Int
}

extension CorpusSelection.Member {
  /// Calls `body` with the runs of words of this member, in order.
  ///
  /// - Returns: how many words they have.
  @discardableResult
  func walkRuns(
    of index: some WordIndex, _ body: (WordRun) throws -> Void
  ) throws -> Int {
    try walkRuns(try wordRanges(in: index), of: index, body)
  }

  /// Calls `body` with the runs of words in some ranges of the episode.
  @discardableResult
  func walkRuns(
    _ ranges: [Range<Int>], of index: some WordIndex, _ body: (WordRun) throws -> Void
  ) throws -> Int {
    let terms = try index.terms(of: episode)
    let joints = try index.joints(of: episode)
    let ranges = Self.joined(ranges)
    try terms.withUnsafeBufferPointer { terms in
      for range in ranges {
        var start = range.lowerBound
        for position in range where joints[position] == .parted || position + 1 == range.upperBound
        {
          let run = UnsafeBufferPointer(rebasing: terms[start..<position + 1])
          try body(WordRun(terms: run, start: start))
          start = position + 1
        }
      }
    }
    return ranges.reduce(0) { $0 + $1.count }
  }

  /// Ranges, those that touch as one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges where !range.isEmpty {
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
