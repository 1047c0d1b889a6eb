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
    let joined = self[episode].union(cues)
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
  /// The numbers in either of two lists of ranges, in order and apart from each other.
  func union(_ other: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in (self + other).sorted(by: { $0.lowerBound < $1.lowerBound })
    where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// The numbers in both of two lists of ranges, each in order and apart.
  func intersection(_ other: [Range<Int>]) -> [Range<Int>] {
    var common: [Range<Int>] = []
    guard let start = other.first?.lowerBound else { return [] }
    var (first, second) = (self.place(of: start), 0)
    while first < count, second < other.count {
      let range = self[first].clamped(to: other[second])
      if !range.isEmpty { common.append(range) }
      if self[first].upperBound < other[second].upperBound { first += 1 } else { second += 1 }
    }
    return common
  }

  /// The numbers below a count that are in none of some ranges, which must be in order and apart.
  static func complement(of ranges: [Range<Int>], in count: Int) -> [Range<Int>] {
    var others: [Range<Int>] = []
    var start = 0
    for range in ranges {
      if start < range.lowerBound { others.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    return start < count ? others + [start..<count] : others
  }

  /// Whether a number is in one of the ranges, which must be in order and apart.
  func containsInOrder(_ number: Int) -> Bool {
    let place = place(of: number)
    return place < count && self[place].contains(number)
  }

  /// Which range is the first that ends behind a number.
  private func place(of number: Int) -> Int {
    var (first, last) = (0, count)
    while first < last {
      let middle = (first + last) / 2
      if self[middle].upperBound <= number { first = middle + 1 } else { last = middle }
    }
    return first
  }
}
