import InvertedIndex

/// Finds a word, or words in a row with nothing but white space between them.
final class PhraseMatcher: ClauseMatcher {
  private let segment: SegmentReader
  /// The words; `nil` if the segment lacks one.
  private let terms: [Int]?
  private let lengths: [Int]
  private let crossesCues: Bool

  /// Where rows begin in an episode, and where a word stands; kept for the next episode.
  private struct Places: ~Copyable {
    var starts = PositionList()
    var positions = PositionList()
  }

  /// - Parameter keys: the words in search form; at least one.
  init(_ segment: SegmentReader, keys: [[UInt8]], crossesCues: Bool) throws(IndexError) {
    (self.segment, self.crossesCues) = (segment, crossesCues)
    lengths = keys.map(\.count)
    var terms: [Int] = []
    for key in keys {
      guard let term = try segment.term(withKey: key) else { break }
      terms.append(term)
    }
    self.terms = terms.count == keys.count ? terms : nil
  }

  func hits() throws(IndexError) -> [ClauseHits] {
    var hits: [ClauseHits] = []
    guard let terms else { return hits }
    var cursors: [PostingsCursor] = []
    for term in terms { cursors.append(try segment.cursor(of: term)) }
    guard terms.count > 1 else {
      try cursors[0].walk {
        hits.append(ClauseHits(episode: $0, count: Int($1), wordAligned: Int($1)))
      }
      return hits
    }
    var places = Places()
    while try PostingsCursor.align(&cursors) {
      let episode = cursors[0].episode
      try find(&places, &cursors, in: episode)
      let count = places.starts.elements.count
      if count > 0 {
        hits.append(ClauseHits(episode: episode, count: count, wordAligned: count))
      }
      try cursors[0].next()
    }
    return hits
  }

  /// Where the row begins in the episode that all cursors stand on.
  private func find(
    _ places: inout Places, _ cursors: inout [PostingsCursor], in episode: Int
  ) throws(IndexError) {
    try cursors[0].readPositions(&places.starts)
    for index in 1..<cursors.count {
      try cursors[index].readPositions(&places.positions)
      let count = Self.keep(
        places.starts.elements, before: places.positions.elements, distance: UInt32(index))
      places.starts.shorten(to: count)
      if count == 0 { return }
    }
    let stream = try segment.stream(of: episode)
    let (starts, last) = (places.starts.elements, cursors.count - 1)
    var count = 0
    for start in starts
    where (0..<last).allSatisfy({ isJoined(stream.joint(at: Int(start) + $0)) }) {
      starts[count] = start
      count += 1
    }
    places.starts.shorten(to: count)
  }

  /// Moves the starts for which there is a position so far behind to the front.
  ///
  /// - Returns: how many these are.
  private static func keep(
    _ starts: UnsafeMutableBufferPointer<UInt32>,
    before positions: UnsafeMutableBufferPointer<UInt32>, distance: UInt32
  ) -> Int {
    var (count, index) = (0, 0)
    for number in starts.indices {
      let target = starts[number] + distance
      while index < positions.count, positions[index] < target { index += 1 }
      guard index < positions.count else { break }
      // No branch: whether they meet cannot be predicted.
      starts[count] = starts[number]
      count += positions[index] == target ? 1 : 0
    }
    return count
  }

  private func isJoined(_ joint: WordJoint) -> Bool {
    switch joint {
    case .none, .space: true
    case .cueEnd: crossesCues
    default: false
    }
  }

  func matches(in episode: Int) throws(IndexError) -> [PatternMatch] {
    guard let terms else { return [] }
    var cursors: [PostingsCursor] = []
    for term in terms {
      var cursor = try segment.cursor(of: term)
      try cursor.seek(to: episode)
      guard cursor.episode == episode else { return [] }
      cursors.append(cursor)
    }
    var places = Places()
    if terms.count == 1 {
      try cursors[0].readPositions(&places.starts)
    } else {
      try find(&places, &cursors, in: episode)
    }
    return places.starts.elements.map { start in
      PatternMatch(
        first: Int(start), last: Int(start) + terms.count - 1, start: 0, end: lengths.last!,
        isWordAligned: true)
    }
  }
}
