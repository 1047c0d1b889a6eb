import InvertedIndex

/// Finds a word, or words in a row with nothing but white space between them.
final class WordRowMatcher: UnitMatcher {
  private let part: IndexPart
  /// The words; `nil` if the part lacks one.
  private let terms: [Int]?
  private let lengths: [Int]
  private let crossesCues: Bool

  /// - Parameter keys: the words in search form; at least one.
  init(_ part: IndexPart, keys: [[UInt8]], crossesCues: Bool) throws(IndexError) {
    (self.part, self.crossesCues) = (part, crossesCues)
    lengths = keys.map(\.count)
    var terms: [Int] = []
    for key in keys {
      guard let term = try part.term(withKey: key) else { break }
      terms.append(term)
    }
    self.terms = terms.count == keys.count ? terms : nil
  }

  func add(to frequencies: inout EpisodeFrequencies) throws(IndexError) {
    guard let terms else { return }
    var cursors: [PostingsCursor] = []
    for term in terms { cursors.append(try part.cursor(of: term)) }
    guard terms.count > 1 else {
      return try cursors[0].forEach { frequencies.add($1, to: $0, isBounded: true) }
    }
    while try Self.align(&cursors) {
      let episode = cursors[0].episode
      let count = try starts(&cursors, in: episode).count
      if count > 0 { frequencies.add(UInt32(count), to: episode, isBounded: true) }
      try cursors[0].next()
    }
  }

  /// Moves all cursors to the next episode that all have.
  static func align(_ cursors: inout [PostingsCursor]) throws(IndexError) -> Bool {
    var target = cursors[0].episode
    var index = 0
    while index < cursors.count {
      try cursors[index].seek(to: target)
      guard cursors[index].episode != PostingsCursor.end else { return false }
      if cursors[index].episode > target {
        target = cursors[index].episode
        index = 0
      } else {
        index += 1
      }
    }
    return true
  }

  /// Where the row begins in the episode that all cursors stand on.
  private func starts(
    _ cursors: inout [PostingsCursor], in episode: Int
  ) throws(IndexError) -> [UInt32] {
    var starts: [UInt32] = []
    try cursors[0].appendPositions(to: &starts)
    var positions: [UInt32] = []
    for index in 1..<cursors.count where !starts.isEmpty {
      positions.removeAll(keepingCapacity: true)
      try cursors[index].appendPositions(to: &positions)
      starts = Self.common(starts, positions, distance: UInt32(index))
    }
    guard !starts.isEmpty else { return starts }
    let stream = try part.stream(of: episode)
    return starts.filter { start in
      (0..<cursors.count - 1).allSatisfy { isJoined(stream.joint(at: Int(start) + $0)) }
    }
  }

  private func isJoined(_ joint: EpisodeStream.Joint) -> Bool {
    switch joint {
    case .none, .space: true
    case .cueEnd: crossesCues
    case .parted: false
    }
  }

  /// The starts for which there is a position so far behind.
  private static func common(
    _ starts: [UInt32], _ positions: [UInt32], distance: UInt32
  ) -> [UInt32] {
    var result: [UInt32] = []
    var index = 0
    for start in starts {
      while index < positions.count, positions[index] < start + distance { index += 1 }
      guard index < positions.count else { break }
      if positions[index] == start + distance { result.append(start) }
    }
    return result
  }

  func matches(in episode: Int) throws(IndexError) -> [PatternMatch] {
    guard let terms else { return [] }
    var cursors: [PostingsCursor] = []
    for term in terms {
      var cursor = try part.cursor(of: term)
      try cursor.seek(to: episode)
      guard cursor.episode == episode else { return [] }
      cursors.append(cursor)
    }
    var starts: [UInt32] = []
    if terms.count == 1 {
      try cursors[0].appendPositions(to: &starts)
    } else {
      starts = try self.starts(&cursors, in: episode)
    }
    return starts.map { start in
      PatternMatch(
        first: Int(start), last: Int(start) + terms.count - 1, start: 0, end: lengths.last!,
        isBounded: true)
    }
  }
}
