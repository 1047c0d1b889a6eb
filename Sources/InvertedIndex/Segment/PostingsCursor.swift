/// Walks over the postings of one term in one segment, in order of episodes.
///
/// The contract: a new cursor stands on the first episode, or on `end` if there is none. `next` goes
/// on by one, `seek` to the first episode that is not before the one asked for; neither goes back,
/// and both stay at `end` once it is reached. `frequency` and `positions` are those of the episode
/// that the cursor stands on, and must not be asked for at `end`. Only what is asked for is decoded:
/// a block of 128 episodes, a block of 128 positions.
struct PostingsCursor {
  /// What `episode` is after the last one: later than all.
  static let end = Int.max

  private let segment: Segment
  private let codec: IntegerCodec
  private let bytes: UnsafeRawBufferPointer
  /// How many episodes have the term, and how often it stands in them together.
  let episodeCount: Int
  let occurrences: Int
  private let skips: UnsafeRawBufferPointer
  private let blocks: UnsafeRawBufferPointer
  private let positionEnds: UnsafeRawBufferPointer
  private let positionBytes: UnsafeRawBufferPointer

  /// The episode that the cursor stands on.
  private(set) var episode = 0
  private var block = -1
  private var index = 0
  private var count = 0
  /// Occurrences before the cursor.
  private var before = 0
  private var episodes = [UInt32](repeating: 0, count: IntegerCodec.blockLength)
  private var frequencies = [UInt32](repeating: 0, count: IntegerCodec.blockLength)
  private var positionBlock = -1
  private var differences: [UInt32] = []

  /// - Parameter bytes: `TermPostings` of a segment, checked.
  init(_ bytes: UnsafeRawBufferPointer, in segment: Segment) throws(IndexError) {
    self.segment = segment
    self.bytes = bytes
    codec = segment.codec
    var reader = ByteReader(bytes)
    episodeCount = try reader.varint(below: segment.counts.episodes + 1)
    occurrences = episodeCount + (try reader.varint(below: 1 << 40))
    let blocksLength = try reader.varint(below: bytes.count)
    let length = TermPostings.blockLength
    skips = try reader.raw(max(0, (episodeCount - 1) / length) * TermPostings.skipLength)
    blocks = try reader.raw(blocksLength)
    positionEnds = try reader.raw(max(0, (occurrences - 1) / length) * 4)
    positionBytes = try reader.raw(reader.rest)
    try readBlock(0)
  }

  /// How often the term stands in the episode.
  var frequency: Int { Int(frequencies[index]) + 1 }

  /// Goes to the next episode.
  mutating func next() throws(IndexError) {
    guard episode != Self.end else { return }
    before += frequency
    index += 1
    if index < count {
      episode = Int(episodes[index])
    } else {
      try readBlock(block + 1)
    }
  }

  /// Goes to the first episode that is at least `target`.
  ///
  /// - Complexity: O(log b) in the number of blocks, and O(128).
  mutating func seek(to target: Int) throws(IndexError) {
    guard target > episode else { return }
    if count > 0, target > Int(episodes[count - 1]) { try skip(to: target) }
    while episode < target { try next() }
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
    index = 0
    count = min(TermPostings.blockLength, episodeCount - number * TermPostings.blockLength)
    guard count > 0 else {
      (episode, count) = (Self.end, 0)
      return
    }
    let previous = number == 0 ? nil : TermPostings.Skip(skips, number - 1)
    before = previous?.positions ?? 0
    guard before < occurrences else { throw segment.corrupt("a skip passes the end") }
    var position = previous?.end ?? 0
    position = try decode(at: position, into: &episodes)
    _ = try decode(at: position, into: &frequencies)
    try addUp(from: previous?.lastEpisode ?? -1)
    episode = Int(episodes[0])
  }

  private func decode(at position: Int, into values: inout [UInt32]) throws(IndexError) -> Int {
    let (blocks, count, codec) = (blocks, count, codec)
    return try values.fill { (values) throws(IndexError) in
      try codec.decode(blocks, at: position, count: count, into: values)
    }
  }

  /// Turns differences into episodes.
  private mutating func addUp(from last: Int) throws(IndexError) {
    var next = UInt64(last + 1)
    let limit = UInt64(segment.counts.episodes)
    for index in 0..<count {
      next += UInt64(episodes[index])
      guard next < limit else { throw segment.corrupt("a posting has an unknown episode") }
      episodes[index] = UInt32(truncatingIfNeeded: next)
      next += 1
    }
  }

  /// Appends the positions of the term in the episode's words, in ascending order.
  ///
  /// - Complexity: O(frequency + 128).
  mutating func appendPositions(to positions: inout [UInt32]) throws(IndexError) {
    let length = TermPostings.blockLength
    let limit = try segment.wordCount(of: episode)
    guard before + frequency <= occurrences else {
      throw segment.corrupt("a term has more positions than there are")
    }
    var next: UInt64 = 0
    for ordinal in before..<before + frequency {
      if ordinal / length != positionBlock { try readPositions(ordinal / length) }
      next += UInt64(differences[ordinal % length])
      guard next < UInt64(limit) else { throw segment.corrupt("a posting has an unknown position") }
      positions.append(UInt32(truncatingIfNeeded: next))
      next += 1
    }
  }

  private mutating func readPositions(_ number: Int) throws(IndexError) {
    let length = TermPostings.blockLength
    if differences.isEmpty { differences = [UInt32](repeating: 0, count: length) }
    let start =
      number == 0
      ? 0
      : Int(
        UInt32(
          littleEndian: positionEnds.loadUnaligned(
            fromByteOffset: 4 * (number - 1), as: UInt32.self)))
    let count = min(length, occurrences - number * length)
    let (bytes, codec) = (positionBytes, codec)
    _ = try differences.fill { (values) throws(IndexError) in
      try codec.decode(bytes, at: start, count: count, into: values)
    }
    positionBlock = number
  }
}

extension [UInt32] {
  /// Lends the values to be written over.
  fileprivate mutating func fill(
    _ body: (UnsafeMutablePointer<UInt32>) throws(IndexError) -> Int
  ) throws(IndexError) -> Int {
    let result = withUnsafeMutableBufferPointer { buffer in
      Result { () throws(IndexError) in try body(buffer.baseAddress!) }
    }
    return try result.get()
  }
}
