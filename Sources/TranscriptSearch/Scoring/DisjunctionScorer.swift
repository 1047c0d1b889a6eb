/// The episodes that any of some scorers finds.
///
/// Scores are added up over windows of episodes, so that their number matters more than that of the
/// scorers: a thousand of them take no longer for an episode than those that have it.
final class DisjunctionScorer: Scorer {
  private let scorers: [any Scorer]
  /// The first episode of the window.
  private var start = 0
  private var scores: [Double]
  private var counts: [UInt32]
  /// Which episodes of the window were found, 64 a word.
  private var found: [UInt64]
  private(set) var episode = -1

  private static let mostInWindow = 4_096
  private var width: Int { scores.count }

  /// - Parameter end: how many episodes the segment has.
  init(_ scorers: [any Scorer], before end: Int) throws {
    self.scorers = scorers
    let words = (min(max(1, end), Self.mostInWindow) + 63) / 64
    scores = [Double](repeating: 0, count: words * 64)
    counts = [UInt32](repeating: 0, count: words * 64)
    found = [UInt64](repeating: 0, count: words)
    try fill()
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
    for index in found.indices { found[index] = 0 }
    for scorer in scorers where scorer.episode < start + width {
      try scorer.forEach(before: start + width) { episode, score, count in
        let place = episode - start
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
    episode = start
  }

  func score() -> Double { scores[episode - start] }

  func count() -> Int { Int(counts[episode - start]) }
}
