/// Walks over the postings of one term in one segment, in order of episodes.
///
/// The contract: a new cursor stands on the first episode, or on `end` if there is none. `next` goes
/// on by one, `seek` to the first episode that is not before the one asked for; neither goes back,
/// and both stay at `end` once it is reached. `frequency` and positions are those of the episode
/// that the cursor stands on, and must not be asked for at `end`. Only what is asked for is decoded:
/// the episodes of a block of 128, their frequencies, a block of 128 positions.
package struct PostingsCursor {
  /// What `episode` is after the last one: later than all.
  package static let end = Int.max

  private let segment: SegmentReader
  /// How many episodes have the term, and how often it stands in them together.
  package let episodeCount: Int
  package let occurrences: Int
  private let skips: UnsafeRawBufferPointer
  private let blocks: UnsafeRawBufferPointer
  private let positionEnds: UnsafeRawBufferPointer
  private let positionBytes: UnsafeRawBufferPointer

  /// The episode that the cursor stands on.
  package private(set) var episode = 0
  private var block = -1
  private var index = 0
  private var count = 0
  /// Where the frequencies of the block begin; `nil` once they are decoded.
  private var frequencyStart: Int?
  /// Occurrences before the block, and before its entry `summed`.
  private var blockStart = 0
  private var before = 0
  private var summed = 0
  private var episodes = InlineArray<128, UInt32>(repeating: 0)
  private var frequencies = InlineArray<128, UInt32>(repeating: 0)
  private var positionBlock = -1
  private var differences = InlineArray<128, UInt32>(repeating: 0)

  /// - Parameter bytes: `TermPostings` of a segment, checked.
  init(_ bytes: UnsafeRawBufferPointer, in segment: SegmentReader) throws(IndexError) {
    self.segment = segment
    var reader = segment.file.reader(bytes)
    (episodeCount, occurrences) = try Self.counts(&reader, in: segment)
    let blocksLength = try reader.varint(below: bytes.count)
    let length = TermPostings.blockLength
    skips = try reader.raw(max(0, (episodeCount - 1) / length) * TermPostings.skipLength)
    blocks = try reader.raw(blocksLength)
    positionEnds = try reader.raw(max(0, (occurrences - 1) / length) * 4)
    positionBytes = try reader.raw(reader.rest)
    try readBlock(0)
  }

  /// How many episodes have a term, and how often it stands in them.
  static func counts(
    _ reader: inout ByteReader, in segment: SegmentReader
  ) throws(IndexError) -> (episodes: Int, occurrences: Int) {
    let episodes = try reader.varint(below: segment.counts.episodes + 1)
    return (episodes, episodes + (try reader.varint(below: 1 << 40)))
  }

  /// How often the term stands in the episode.
  package var frequency: Int {
    mutating get throws(IndexError) {
      try readFrequencies()
      return Int(frequencies[index]) + 1
    }
  }

  /// Goes to the next episode.
  @inline(__always)
  package mutating func next() throws(IndexError) {
    guard episode != Self.end else { return }
    index += 1
    if index < count { episode = Int(episodes[index]) } else { try readBlock(block + 1) }
  }

  /// Goes to the first episode that is at least `target`.
  ///
  /// - Complexity: O(log b) in the number of blocks, and O(128).
  @inline(__always)
  package mutating func seek(to target: Int) throws(IndexError) {
    guard target > episode else { return }
    if target > Int(episodes[count - 1]) { try skip(to: target) }
    guard episode < target else { return }
    // The last of the block is not before the target, or the block is the last one.
    while index < count, Int(episodes[index]) < target { index += 1 }
    if index < count { episode = Int(episodes[index]) } else { try readBlock(block + 1) }
  }

  /// Goes to the start of the block that may hold an episode.
  private mutating func skip(to target: Int) throws(IndexError) {
    var (first, last) = (block + 1, skips.count / TermPostings.skipLength)
    while first < last {
      let middle = (first + last) / 2
      if TermPostings.Skip(skips, middle).lastEpisode < target {
        first = middle + 1
      } else {
        last = middle
      }
    }
    try readBlock(first)
  }

  private mutating func readBlock(_ number: Int) throws(IndexError) {
    block = number
    (index, summed) = (0, 0)
    count = min(TermPostings.blockLength, episodeCount - number * TermPostings.blockLength)
    guard count > 0 else {
      (episode, count) = (Self.end, 0)
      return
    }
    let previous = number == 0 ? nil : TermPostings.Skip(skips, number - 1)
    blockStart = previous?.positions ?? 0
    before = blockStart
    guard before < occurrences else { throw segment.corrupt("a skip passes the end", in: skips) }
    frequencyStart = try Self.decode(
      blocks, segment, at: previous?.end ?? 0, count, into: &episodes)
    try addUp(from: previous?.lastEpisode ?? -1)
    episode = Int(episodes[0])
  }

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, _ segment: SegmentReader, at position: Int, _ count: Int,
    into values: inout InlineArray<128, UInt32>
  ) throws(IndexError) -> Int {
    var span = values.mutableSpan
    let result = span.withUnsafeMutableBufferPointer { buffer in
      Result { () throws(IndexError) in
        try PackedBlock.decode(bytes, at: position, count: count, into: buffer.baseAddress!)
      }
    }
    return try segment.file.locating(bytes) { () throws(IndexError) in try result.get() }
  }

  private mutating func readFrequencies() throws(IndexError) {
    guard let start = frequencyStart else { return }
    _ = try Self.decode(blocks, segment, at: start, count, into: &frequencies)
    frequencyStart = nil
  }

  /// Turns differences into episodes.
  private mutating func addUp(from last: Int) throws(IndexError) {
    var next = UInt64(last + 1)
    for index in 0..<count {
      next += UInt64(episodes[index])
      episodes[index] = UInt32(truncatingIfNeeded: next)
      next += 1
    }
    // They ascend, so the last one tells, unless it is too large for an episode's number.
    guard next <= UInt64(segment.counts.episodes), segment.counts.episodes <= Int(UInt32.max) else {
      throw segment.corrupt("a posting has an unknown episode", in: blocks)
    }
  }

  // MARK: Blocks

  /// Calls `body` with each episode before `last`, from the cursor's on, and how often the term stands in it; the
  /// cursor is behind them afterwards.
  @inline(__always)
  package mutating func walk(
    before last: Int = end, _ body: (_ episode: Int, _ frequency: UInt32) -> Void
  ) throws(IndexError) {
    while episode < last {
      try readFrequencies()
      while index < count, Int(episodes[index]) < last {
        body(Int(episodes[index]), frequencies[index] &+ 1)
        index += 1
      }
      if index < count { episode = Int(episodes[index]) } else { try readBlock(block + 1) }
    }
  }

  /// Moves all cursors to the next episode that all have.
  ///
  /// - Returns: whether there is one.
  package static func align(_ cursors: inout [PostingsCursor]) throws(IndexError) -> Bool {
    var target = cursors[0].episode
    var index = 0
    while index < cursors.count {
      try cursors[index].seek(to: target)
      guard cursors[index].episode != end else { return false }
      if cursors[index].episode > target {
        target = cursors[index].episode
        index = 0
      } else {
        index += 1
      }
    }
    return true
  }

  // MARK: Positions

  /// Appends the positions of the term in the episode's words, in ascending order.
  ///
  /// - Complexity: O(frequency + 128).
  package mutating func appendPositions(to positions: inout [UInt32]) throws(IndexError) {
    let (start, count) = (positions.count, try positionCount())
    positions += repeatElement(0, count: count)
    let result = positions.withUnsafeMutableBufferPointer { buffer in
      Result { () throws(IndexError) in
        try readPositions(count, into: buffer.baseAddress! + start)
      }
    }
    try result.get()
  }

  /// Reads the positions in place of those of a list.
  package mutating func readPositions(_ positions: inout PositionList) throws(IndexError) {
    let count = try positionCount()
    let base = positions.replace(count: count)
    do throws(IndexError) { try readPositions(count, into: base) } catch {
      positions.shorten(to: 0)
      throw error
    }
  }

  /// How many positions there are, before memory is asked for.
  private mutating func positionCount() throws(IndexError) -> Int {
    let count = try frequency
    // A block of 128 takes a byte at least.
    guard count <= (positionBytes.count + 1) * TermPostings.blockLength else {
      throw segment.corrupt("a term has more positions than there are", in: blocks)
    }
    return count
  }

  private mutating func readPositions(
    _ count: Int, into positions: UnsafeMutablePointer<UInt32>
  ) throws(IndexError) {
    while summed < index {
      before += Int(frequencies[summed]) + 1
      summed += 1
    }
    guard before + count <= occurrences else {
      throw segment.corrupt("a term has more positions than there are", in: blocks)
    }
    var (next, done): (UInt64, Int) = (0, 0)
    while done < count {
      let (block, first) = (before + done).quotientAndRemainder(
        dividingBy: TermPostings.blockLength)
      let end = min(TermPostings.blockLength, first + count - done)
      if block != positionBlock { try readPositions(block, first..<end) }
      for index in first..<end {
        next &+= UInt64(differences[index])
        positions[done] = UInt32(truncatingIfNeeded: next)
        next &+= 1
        done += 1
      }
    }
    // They ascend, so the last one tells.
    guard next <= UInt64(try segment.wordCount(of: episode)) else {
      throw segment.corrupt("a posting has an unknown position", in: positionBytes)
    }
  }

  /// Reads a block of differences, or, if they are few, those that are asked for.
  private mutating func readPositions(_ number: Int, _ part: Range<Int>) throws(IndexError) {
    let start =
      number == 0
      ? 0
      : Int(
        UInt32(
          littleEndian: positionEnds.loadUnaligned(
            fromByteOffset: 4 * (number - 1), as: UInt32.self)))
    let count = min(TermPostings.blockLength, occurrences - number * TermPostings.blockLength)
    if part.count <= Self.few {
      try readFew(part, of: count, at: start)
      positionBlock = -1
    } else {
      _ = try Self.decode(positionBytes, segment, at: start, count, into: &differences)
      positionBlock = number
    }
  }

  /// So many values of a block take less time one by one.
  private static let few = 24

  private mutating func readFew(
    _ part: Range<Int>, of count: Int, at start: Int
  ) throws(IndexError) {
    let block = try segment.file.locating(positionBytes) { () throws(IndexError) in
      try PackedBlock.values(positionBytes, at: start, count: count)
    }
    for index in part {
      differences[index] = BitPacking.value(block.values, at: index, width: block.width)
    }
  }
}
