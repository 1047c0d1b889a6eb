/// The postings of a run by term, ready to be encoded on several cores.
struct SortedPostings: Sendable {
  /// About how many occurrences are encoded at a time.
  private static let chunkLength = 1 << 14

  /// The terms that stand in an episode, in order of their keys.
  let terms: [Int]
  // The episodes are only read from here on.
  private nonisolated(unsafe) let postings: HeldPostings
  private let references: [HeldPostings.Reference]
  /// For each of `terms`, where its references end.
  private let ends: [Int]

  /// - Parameter order: the terms in order of their keys; those that stand nowhere are left out.
  init(_ postings: HeldPostings, _ order: [Int], termCount: Int) {
    self.postings = postings
    let counts = postings.counts(of: termCount)
    terms = order.filter { counts[$0] > 0 }
    var places = [Int](repeating: 0, count: termCount)
    var start = 0
    for term in terms {
      places[term] = start
      start += Int(counts[term])
    }
    references = postings.sort(&places)
    ends = terms.map { places[$0] }
  }

  /// The terms in parts that take about as long as one another.
  func chunks() -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    for rank in terms.indices where weight(start..<rank + 1) >= Self.chunkLength {
      chunks.append(start..<rank + 1)
      start = rank + 1
    }
    if start < terms.count { chunks.append(start..<terms.count) }
    return chunks
  }

  private func start(_ rank: Int) -> Int { rank == 0 ? 0 : ends[rank - 1] }

  private func weight(_ ranks: Range<Int>) -> Int {
    ends[ranks.upperBound - 1] - start(ranks.lowerBound) + 4 * ranks.count
  }

  /// Encodes the postings of chunks of terms.
  func encode(
    _ chunks: ArraySlice<Range<Int>>, jobs: Int
  ) throws(IndexError) -> [EncodedTerms] {
    try Parallel.map(chunks.count, jobs: jobs) { (index) throws(IndexError) in
      var encoder = PostingsEncoder()
      var encoded = EncodedTerms()
      for rank in chunks[chunks.startIndex + index] {
        try postings.encode(references[start(rank)..<ends[rank]], &encoder)
        try encoded.add { (bytes) throws(IndexError) in encoder.finish(into: &bytes) }
      }
      return encoded
    }
  }
}
