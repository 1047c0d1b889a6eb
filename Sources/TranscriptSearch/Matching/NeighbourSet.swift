import InvertedIndex

/// Words that can stand beside a word of a match.
struct NeighbourSet {
  let terms: [Range<Int>]
  /// How often they stand in the part.
  let occurrences: Int

  init(_ terms: [Range<Int>], in part: IndexPart) throws(IndexError) {
    self.terms = terms
    var occurrences = 0
    for term in terms.joined() { occurrences += try part.counts(of: term).occurrences }
    self.occurrences = occurrences
  }

  var isEmpty: Bool { terms.isEmpty }
}

/// Where the words of a set stand in some episodes: so that these need not be opened for every word
/// that they could stand beside.
struct NeighbourPositions {
  /// Where the positions in each episode begin, and those of the last one end.
  private var starts: [Int]
  private var positions: [UInt32]

  /// - Parameter episodes: whether each is wanted.
  init(_ set: NeighbourSet, in part: IndexPart, episodes: [Bool]) throws(IndexError) {
    starts = [Int](repeating: 0, count: episodes.count + 1)
    var counts = starts
    for term in set.terms.joined() {
      var cursor = try part.cursor(of: term)
      try cursor.walk { episode, frequency in
        if episodes[episode] { counts[episode] += Int(frequency) }
      }
    }
    var total = 0
    for episode in episodes.indices {
      starts[episode] = total
      total += counts[episode]
    }
    starts[episodes.count] = total
    guard total <= part.mostPositions else {
      throw part.corrupt("words have more positions than there are")
    }
    positions = [UInt32](repeating: 0, count: total)
    try fill(set, part, episodes)
  }

  private mutating func fill(
    _ set: NeighbourSet, _ part: IndexPart, _ episodes: [Bool]
  ) throws(IndexError) {
    var next = starts
    var found: [UInt32] = []
    for term in set.terms.joined() {
      var cursor = try part.cursor(of: term)
      while cursor.episode != PostingsCursor.end {
        if episodes[cursor.episode] {
          found.removeAll(keepingCapacity: true)
          try cursor.appendPositions(to: &found)
          let start = next[cursor.episode]
          for (index, position) in found.enumerated() { positions[start + index] = position }
          next[cursor.episode] += found.count
        }
        try cursor.next()
      }
    }
    // Those of one word ascend; those of several are in turns.
    guard set.terms.joined().dropFirst().first != nil else { return }
    for episode in episodes.indices where starts[episode] + 1 < starts[episode + 1] {
      positions[starts[episode]..<starts[episode + 1]].sort()
    }
  }

  func isEmpty(in episode: Int) -> Bool { starts[episode] == starts[episode + 1] }

  /// Whether one of the words stands at a position.
  ///
  /// - Complexity: O(log n) in the number of their positions in the episode.
  func contains(_ position: Int, in episode: Int) -> Bool {
    var (first, last) = (starts[episode], starts[episode + 1])
    while first < last {
      let middle = (first + last) / 2
      if Int(positions[middle]) < position { first = middle + 1 } else { last = middle }
    }
    return first < starts[episode + 1] && Int(positions[first]) == position
  }
}
