/// The episodes that any of some scorers finds.
///
/// Scores are added up over windows of episodes, so that their number matters more than that of the
/// scorers: a thousand of them take no longer for an episode than those that have it.
final class DisjunctionScorer: Scorer {
  private let scorers: [any Scorer]
  /// The first episode of the window.
  private var start = 0
  // Pointers, since each access to an array of a class is checked.
  private let scores: UnsafeMutableBufferPointer<Double>
  private let counts: UnsafeMutableBufferPointer<UInt32>
  /// Which episodes of the window were found, 64 a word.
  private let found: UnsafeMutableBufferPointer<UInt64>
  private(set) var episode = -1

  private static let mostInWindow = 4_096
  private var width: Int { scores.count }

  /// - Parameter end: how many episodes the segment has.
  init(_ scorers: [any Scorer], before end: Int) throws {
    self.scorers = scorers
    let words = (min(max(1, end), Self.mostInWindow) + 63) / 64
    scores = .allocate(capacity: words * 64)
    counts = .allocate(capacity: words * 64)
    found = .allocate(capacity: words)
    scores.initialize(repeating: 0)
    counts.initialize(repeating: 0)
    found.initialize(repeating: 0)
    try fill()
  }

  deinit {
    scores.deallocate()
    counts.deallocate()
    found.deallocate()
  }

  var cost: Int { scorers.reduce(0) { $0 + $1.cost } }

  func next() throws {
    if episode != .max { try settle(at: episode + 1) }
  }

  func seek(to target: Int) throws {
    guard target > episode else { return }
    if target >= start + width {
      for scorer in scorers { try scorer.seek(to: target) }
      try fill()
    } else {
      try settle(at: target)
    }
  }

  /// Goes to the first episode that was found, from one of the window on.
  private func settle(at first: Int) throws {
    var (word, mask) = ((first - start) >> 6, ~UInt64(0) << UInt64((first - start) & 63))
    while word < found.count {
      let bits = found[word] & mask
      guard bits == 0 else {
        episode = start + word << 6 + bits.trailingZeroBitCount
        return
      }
      (word, mask) = (word + 1, ~0)
    }
    try fill()
  }

  /// Fills the next window that has an episode.
  private func fill() throws {
    let first = scorers.reduce(Int.max) { min($0, $1.episode) }
    guard first != .max else {
      episode = .max
      return
    }
    start = first
    found.update(repeating: 0)
    let (scores, counts, found) = (scores, counts, found)
    for scorer in scorers where scorer.episode < first + width {
      try scorer.forEach(before: first + width) { episode, score, count in
        let place = episode - first
        let bit = UInt64(1) << UInt64(place & 63)
        if found[place >> 6] & bit == 0 {
          found[place >> 6] |= bit
          (scores[place], counts[place]) = (score, UInt32(truncatingIfNeeded: count))
        } else {
          scores[place] += score
          counts[place] &+= UInt32(truncatingIfNeeded: count)
        }
      }
    }
    episode = first
  }

  func forEach(
    before end: Int, _ body: (_ episode: Int, _ score: Double, _ count: Int) -> Void
  ) throws {
    try forEachPlace(before: end) { body(start + $0, scores[$0], Int(counts[$0])) }
  }

  func forEachScore(_ body: (_ episode: Int, _ score: Double) -> Void) throws {
    try forEachPlace(before: .max) { body(start + $0, scores[$0]) }
  }

  /// Calls `body` with the place in its window of each episode before `end`.
  @inline(__always)
  private func forEachPlace(before end: Int, _ body: (Int) -> Void) throws {
    while episode < end {
      let last = min(width, end - start)
      for word in (episode - start) >> 6..<(last + 63) / 64 {
        var bits = found[word]
        while bits != 0 {
          let place = word << 6 + bits.trailingZeroBitCount
          bits &= bits - 1
          if place >= episode - start, place < last { body(place) }
        }
      }
      if last < width { try settle(at: start + last) } else { try fill() }
    }
  }

  func score() -> Double { scores[episode - start] }

  func count() -> Int { Int(counts[episode - start]) }
}
