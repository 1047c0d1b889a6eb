/// The words of one episode as they follow one another, turned into the positions of each term.
struct EpisodeInversion {
  /// The spelling of every word, by its number in the episode.
  private(set) var stream: [UInt32] = []
  /// The term of every spelling, by its number in the episode.
  private var terms: [UInt32] = []
  private var counts: [UInt32] = []
  private var kinds: [UInt8] = []
  private var positions: [UInt32] = []

  /// How many words there are.
  var count: Int { stream.count }
  var spellingCount: Int { terms.count }

  mutating func removeAll() {
    stream.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
  }

  /// Adds a spelling, the next number being its, of a term.
  mutating func addSpelling(_ term: UInt32, isNewTerm: Bool) {
    terms.append(term)
    counts.append(0)
    if isNewTerm { kinds.append(.max) }
  }

  /// Adds a word.
  @inline(__always)
  mutating func add(_ spelling: UInt32, kind: UInt8) {
    stream.append(spelling)
    counts[Int(spelling)] += 1
    let term = Int(terms[Int(spelling)])
    // One key, one kind, whatever came first: the lowest.
    if kind < kinds[term] { kinds[term] = kind }
  }

  /// Sorts the positions by term and writes them, with the counts, to an episode.
  mutating func write(to episode: inout EncodedEpisode) {
    episode.spellingCounts = counts
    episode.kinds = kinds
    let ends = sort()
    episode.postingEnds.reserveCapacity(ends.count)
    // Most episodes have positions below 2¹⁴: two bytes at most.
    episode.postings.reserveCapacity(stream.count * 3 / 2 + ends.count * 2)
    var start = 0
    for end in ends {
      Self.write(positions[start..<end], to: &episode.postings)
      episode.postingEnds.append(UInt32(episode.postings.count))
      start = end
    }
  }

  @inline(__always)
  private static func write(_ positions: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    bytes.appendVarint(UInt64(positions.count))
    var next: UInt32 = 0
    for position in positions {
      bytes.appendVarint(UInt64(position - next))
      next = position + 1
    }
  }

  /// Sorts by counting.
  ///
  /// - Returns: where the positions of each term end.
  private mutating func sort() -> [Int] {
    var ends = [Int](repeating: 0, count: kinds.count)
    for (spelling, term) in terms.enumerated() { ends[Int(term)] += Int(counts[spelling]) }
    var start = 0
    for term in ends.indices {
      let count = ends[term]
      ends[term] = start
      start += count
    }
    if positions.count < stream.count {
      positions += repeatElement(0, count: stream.count - positions.count)
    }
    for (position, spelling) in stream.enumerated() {
      let term = Int(terms[Int(spelling)])
      positions[ends[term]] = UInt32(position)
      ends[term] += 1
    }
    return ends
  }
}
