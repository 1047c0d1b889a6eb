import Algorithms
import InvertedIndex

/// Where the words of a set stand in some episodes: so that these need not be opened for every word
/// that they could stand beside.
struct NeighbourPositions {
  private let episodes: EpisodePlaces
  /// Where the positions in each episode begin, and those of the last one end.
  private var starts: [Int]
  private var positions: [UInt32] = []

  /// - Parameter episodes: those that are wanted, in order.
  init(_ set: NeighbourSet, in segment: SegmentReader, episodes: [Int]) throws(IndexError) {
    self.episodes = EpisodePlaces(episodes, of: segment.episodeCount)
    starts = [Int](repeating: 0, count: episodes.count + 1)
    var counts = starts
    for term in set.terms.joined() {
      var cursor = try segment.cursor(of: term)
      try self.episodes.forEach(at: &cursor) { (place, cursor) throws(IndexError) in
        counts[place] += try cursor.frequency
      }
    }
    var total = 0
    for place in episodes.indices {
      starts[place] = total
      total += counts[place]
    }
    starts[episodes.count] = total
    guard total <= segment.mostPositions else {
      throw segment.corrupt("words have more positions than there are")
    }
    try fill(set, segment, count: total)
  }

  private mutating func fill(
    _ set: NeighbourSet, _ segment: SegmentReader, count: Int
  ) throws(IndexError) {
    var next = starts
    var found: [UInt32] = []
    var positions = [UInt32](repeating: 0, count: count)
    for term in set.terms.joined() {
      var cursor = try segment.cursor(of: term)
      try episodes.forEach(at: &cursor) { (place, cursor) throws(IndexError) in
        found.removeAll(keepingCapacity: true)
        try cursor.appendPositions(to: &found)
        let start = next[place]
        for (index, position) in found.enumerated() { positions[start + index] = position }
        next[place] += found.count
      }
    }
    // Those of one word ascend; those of several are in turns.
    if set.terms.joined().dropFirst().first != nil {
      for place in starts.indices.dropLast() where starts[place] + 1 < starts[place + 1] {
        positions[starts[place]..<starts[place + 1]].sort()
      }
    }
    self.positions = positions
  }

  /// Which of the positions are those of an episode.
  func places(in episode: Int) -> Range<Int> {
    guard let place = episodes.place(of: episode) else { return 0..<0 }
    return starts[place]..<starts[place + 1]
  }

  /// Whether one of the words stands at a position of an episode.
  ///
  /// - Complexity: O(log n) in the number of their positions in the episode.
  func contains(_ position: Int, among places: Range<Int>) -> Bool {
    let found = positions[places].partitioningIndex { $0 >= position }
    return found < places.upperBound && Int(positions[found]) == position
  }
}

/// Some episodes of a segment, each with its place among them.
///
/// Many have a table by episode, few are searched for: memory and time are in proportion to how many they are.
private struct EpisodePlaces {
  private let episodes: [Int]
  /// The place of each episode, `UInt32.max` for others; empty if they are few.
  private var table: [UInt32] = []

  /// - Parameters:
  ///   - episodes: in order.
  ///   - count: how many the segment has.
  init(_ episodes: [Int], of count: Int) {
    self.episodes = episodes
    guard episodes.count > count / 16 else { return }
    table = [UInt32](repeating: .max, count: count)
    for (place, episode) in episodes.enumerated() { table[episode] = UInt32(place) }
  }

  func place(of episode: Int) -> Int? {
    if !table.isEmpty { return table[episode] == .max ? nil : Int(table[episode]) }
    let place = episodes.partitioningIndex { $0 >= episode }
    return place < episodes.count && episodes[place] == episode ? place : nil
  }

  /// Calls `body` at each of the episodes that a cursor comes to.
  @inline(__always)
  func forEach(
    at cursor: inout PostingsCursor,
    _ body: (_ place: Int, _ cursor: inout PostingsCursor) throws(IndexError) -> Void
  ) throws(IndexError) {
    if !table.isEmpty {
      while cursor.episode != PostingsCursor.end {
        let place = table[cursor.episode]
        if place != .max { try body(Int(place), &cursor) }
        try cursor.next()
      }
      return
    }
    var place = 0
    while cursor.episode != PostingsCursor.end {
      place = episodes.firstIndex(from: place) { $0 >= cursor.episode }
      guard place < episodes.count else { return }
      if episodes[place] == cursor.episode {
        try body(place, &cursor)
        try cursor.next()
      } else {
        try cursor.seek(to: episodes[place])
      }
    }
  }
}

extension Array {
  /// The first index whose element is in the second part, of which all before are not, from an index on.
  ///
  /// - Complexity: O(log n) in the distance.
  fileprivate func firstIndex(from start: Int, where isSecond: (Element) -> Bool) -> Int {
    var step = 1
    while start + step < count, !isSecond(self[start + step - 1]) { step *= 2 }
    let rest = self[Swift.min(count, start + step / 2)..<Swift.min(count, start + step)]
    return rest.partitioningIndex(where: isSecond)
  }
}
