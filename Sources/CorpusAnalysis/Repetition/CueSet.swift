/// Cues of the episodes of an index, by number.
public struct CueSet: Hashable, Sendable {
  /// Of each episode with some: in order, apart from each other.
  private var ranges: [Int: [Range<Int>]] = [:]

  public init() {}

  public var isEmpty: Bool { ranges.isEmpty }

  /// The cues of an episode, in order, apart from each other.
  public subscript(episode: Int) -> [Range<Int>] { ranges[episode] ?? [] }

  /// The numbers of the episodes that have some, in order.
  var episodes: [Int] { ranges.keys.sorted() }

  /// - Complexity: O(log *n*) in the number of ranges of the episode.
  public func contains(_ cue: Int, of episode: Int) -> Bool {
    ranges[episode]?.containsInOrder(cue) ?? false
  }

  /// Adds cues of an episode.
  ///
  /// - Parameter cues: in any order.
  public mutating func insert(_ cues: [Range<Int>], of episode: Int) {
    let all = (self[episode] + cues).filter { !$0.isEmpty }
    var joined: [Range<Int>] = []
    for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges[episode] = joined.isEmpty ? nil : joined
  }

  /// The cues of both.
  public func union(_ other: CueSet) -> CueSet {
    var union = self
    for (episode, cues) in other.ranges { union.insert(cues, of: episode) }
    return union
  }
}

extension [Range<Int>] {
  /// Whether a number is in one of the ranges, which must be in order and apart.
  func containsInOrder(_ number: Int) -> Bool {
    var (first, last) = (0, count)
    while first < last {
      let middle = (first + last) / 2
      if self[middle].upperBound <= number { first = middle + 1 } else { last = middle }
    }
    return first < count && self[first].contains(number)
  }
}
