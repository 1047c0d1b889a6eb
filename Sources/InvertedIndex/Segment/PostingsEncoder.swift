/// Encodes the postings of one term after the other, see `TermPostings`.
///
/// Memory: what comes out of one term.
struct PostingsEncoder: ~Copyable {
  private var episodes = IntegerBlock()
  private var frequencies = IntegerBlock()
  private var positions = IntegerBlock()
  private var blocks = ScratchList<UInt8>()
  private var skips = ScratchList<UInt8>()
  private var positionBytes = ScratchList<UInt8>()
  private var positionEnds = ScratchList<UInt8>()
  private var nextEpisode: UInt32 = 0
  private var nextPosition: UInt32 = 0
  private(set) var episodeCount = 0
  private(set) var occurrences = 0

  /// Starts an episode, later than the one before.
  ///
  /// - Parameter frequency: how many positions follow, at least 1.
  @inline(__always)
  mutating func begin(episode: UInt32, frequency: UInt32) throws(IndexError) {
    if episodes.isFull { try flushEpisodes() }
    episodes.append(episode - nextEpisode)
    frequencies.append(frequency - 1)
    nextEpisode = episode + 1
    nextPosition = 0
    episodeCount += 1
    occurrences += Int(frequency)
  }

  /// Adds a position, later than the one before in the episode.
  @inline(__always)
  mutating func add(position: UInt32) throws(IndexError) {
    try add(difference: position - nextPosition)
    nextPosition = position + 1
  }

  /// Adds a position by its difference to the one before, less 1, or for the first to 0.
  @inline(__always)
  mutating func add(difference: UInt32) throws(IndexError) {
    if positions.isFull { try flushPositions() }
    positions.append(difference)
  }

  /// Adds an episode, later than the one before, from its frequency and the positions that follow it.
  @inline(__always)
  mutating func add<Number: FixedWidthInteger>(
    episode: UInt32, _ postings: UnsafePointer<Number>
  ) throws(IndexError) {
    let frequency = Int(postings[0])
    try begin(episode: episode, frequency: UInt32(frequency))
    var done = 0
    while done < frequency {
      if positions.isFull { try flushPositions() }
      let count = min(frequency - done, positions.room)
      positions.appendDifferences(count, postings + 1 + done, isFirst: done == 0)
      done += count
    }
  }

  private mutating func flushEpisodes() throws(IndexError) {
    episodes.flush(into: &blocks)
    frequencies.flush(into: &blocks)
    skips.appendInteger(nextEpisode - 1)
    skips.appendInteger(try Self.offset(blocks.count))
    skips.appendInteger(UInt64(occurrences))
  }

  private mutating func flushPositions() throws(IndexError) {
    positions.flush(into: &positionBytes)
    positionEnds.appendInteger(try Self.offset(positionBytes.count))
  }

  private static func offset(_ count: Int) throws(IndexError) -> UInt32 {
    guard let offset = UInt32(exactly: count) else {
      throw IndexError(.tooLarge, "one word has more than 4 GB of postings")
    }
    return offset
  }

  /// Appends the postings, and starts again.
  mutating func finish(into bytes: inout [UInt8]) {
    episodes.flush(into: &blocks)
    frequencies.flush(into: &blocks)
    positions.flush(into: &positionBytes)
    for count in [episodeCount, occurrences - episodeCount, blocks.count] {
      bytes.appendVarint(UInt64(count))
    }
    if !skips.isEmpty { bytes += skips.elements }
    if !blocks.isEmpty { bytes += blocks.elements }
    if !positionEnds.isEmpty { bytes += positionEnds.elements }
    if !positionBytes.isEmpty { bytes += positionBytes.elements }
    removeAll()
  }

  private mutating func removeAll() {
    blocks.removeAll()
    skips.removeAll()
    positionBytes.removeAll()
    positionEnds.removeAll()
    (nextEpisode, nextPosition, episodeCount, occurrences) = (0, 0, 0, 0)
  }
}

/// Integers until there are enough for a block.
private struct IntegerBlock {
  private var values = InlineArray<128, UInt32>(repeating: 0)
  private var count = 0

  var isFull: Bool { room == 0 }
  var room: Int { PackedBlock.length - count }

  @inline(__always)
  mutating func append(_ value: UInt32) {
    values[count] = value
    count += 1
  }

  /// Appends, of ascending numbers, the differences less 1.
  ///
  /// - Parameter isFirst: whether no number stands before them in memory: the first is as it is.
  @inline(__always)
  mutating func appendDifferences<Number: FixedWidthInteger>(
    _ added: Int, _ numbers: UnsafePointer<Number>, isFirst: Bool
  ) {
    var next = isFirst ? 0 : UInt32(truncatingIfNeeded: numbers[-1]) &+ 1
    for index in 0..<added {
      let number = UInt32(truncatingIfNeeded: numbers[index])
      values[count + index] = number &- next
      next = number &+ 1
    }
    count += added
  }

  mutating func flush(into bytes: inout ScratchList<UInt8>) {
    guard count > 0 else { return }
    values.span.extracting(first: count).withUnsafeBufferPointer {
      PackedBlock.encode($0, into: &bytes)
    }
    count = 0
  }
}
