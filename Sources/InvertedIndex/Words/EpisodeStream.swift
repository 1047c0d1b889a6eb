/// Which spelling stands at each word of an episode, and what follows it: the part of `EpisodeWords`
/// that matching looks at.
///
/// A value must not outlive its segment.
package struct EpisodeStream {
  package let wordCount: Int
  let spellingCount: Int
  package let cueCount: Int
  let blockCount: Int
  /// The end of each cue's words.
  let cueEnds: EliasFano
  private let width: Int
  private let stream: UnsafeRawBufferPointer
  private let joints: UnsafeRawBufferPointer
  private let joinerBytes: UnsafeRawBufferPointer
  /// The file that the episode's bytes are a part of, and them, for errors.
  unowned(unsafe) let file: SegmentFile
  private let bytes: UnsafeRawBufferPointer
  private let vocabulary: UnsafeRawBufferPointer
  private let vocabularyWidth: Int
  private let segmentSpellings: Int
  /// Where the sizes of the blocks of details begin and where the blocks do, in the episode's bytes.
  let sizes: Int
  let details: Int

  /// - Parameters:
  ///   - bytes: of the episode, see `EpisodeWords`; a part of `file`.
  ///   - vocabulary: the segment's numbers of the episode's spellings, packed.
  ///   - segmentSpellings: how many spellings the segment has.
  /// - Throws: `IndexError` if the parts do not fit.
  init(
    _ bytes: UnsafeRawBufferPointer, in file: SegmentFile, vocabulary: UnsafeRawBufferPointer,
    segmentSpellings: Int
  ) throws(IndexError) {
    var reader = file.reader(bytes)
    wordCount = try reader.varint(below: 1 << 32)
    spellingCount = try reader.varint(below: wordCount + 1)
    cueCount = try reader.varint(below: bytes.count * 16)
    blockCount = try reader.varint(below: bytes.count)
    let joinerLength = try reader.varint(below: bytes.count)
    guard (wordCount == 0) == (spellingCount == 0) else { throw reader.corrupt("no spellings") }
    sizes = reader.position
    for _ in 0..<4 * blockCount { _ = try reader.varint(below: 1 << 32) }
    cueEnds = try EliasFano(
      bytes.part(reader.position..<bytes.count), count: cueCount, bound: wordCount)
    width = BitPacking.width(of: UInt32(max(1, spellingCount) - 1))
    var parts = file.reader(bytes, at: reader.position + cueEnds.size)
    stream = try parts.raw(BitPacking.size(wordCount, width: width))
    joints = try parts.raw(BitPacking.size(wordCount, width: 2))
    joinerBytes = try parts.raw(joinerLength)
    details = parts.position
    (self.file, self.bytes, self.vocabulary) = (file, bytes, vocabulary)
    self.segmentSpellings = segmentSpellings
    vocabularyWidth = Self.vocabularyWidth(segmentSpellings)
    guard vocabulary.count == BitPacking.size(spellingCount, width: vocabularyWidth) else {
      throw reader.corrupt("a vocabulary of the wrong length")
    }
  }

  /// The width of the numbers of a segment's spellings.
  static func vocabularyWidth(_ spellings: Int) -> Int {
    BitPacking.width(of: UInt32(clamping: max(1, spellings) - 1))
  }

  /// The number in the segment of the spelling at a position.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package func spelling(at position: Int) throws(IndexError) -> Int {
    precondition(position < wordCount)
    let local = Int(BitPacking.value(stream, at: position, width: width))
    guard local < spellingCount else { throw corrupt("a word has no spelling") }
    let spelling = Int(BitPacking.value(vocabulary, at: local, width: vocabularyWidth))
    guard spelling < segmentSpellings else {
      throw corrupt("an episode has an unknown spelling")
    }
    return spelling
  }

  /// What follows the word at a position.
  @inline(__always)
  package func joint(at position: Int) -> WordJoint {
    precondition(position < wordCount)
    return WordJoint(rawValue: BitPacking.value(joints, at: position, width: 2))!
  }

  /// The numbers in the segment of the episode's spellings, in the episode's own order.
  package func spellings() throws(IndexError) -> [UInt32] {
    let spellings = Self.unpack(vocabulary, spellingCount, width: vocabularyWidth)
    guard spellings.allSatisfy({ $0 < segmentSpellings }) else {
      throw corrupt("an episode has an unknown spelling")
    }
    return spellings
  }

  /// The spelling of each word, in the episode's own numbers.
  package func localStream() throws(IndexError) -> [UInt32] {
    let stream = Self.unpack(stream, wordCount, width: width)
    guard stream.allSatisfy({ $0 < spellingCount }) else {
      throw corrupt("a word has no spelling")
    }
    return stream
  }

  /// The joint of each word, see `WordJoint`; where a joiner stands it is `parted`.
  package func allJoints() -> [UInt32] { Self.unpack(joints, wordCount, width: 2) }

  /// The end of each cue's words.
  package func allCueEnds() throws(IndexError) -> [Int] {
    let ends = try file.locating(bytes) { () throws(IndexError) in try cueEnds.values() }
    var last = 0
    for end in ends {
      guard last <= end, end <= wordCount else { throw corrupt("cues go back") }
      last = end
    }
    return ends
  }

  /// The words of cues that follow one another.
  ///
  /// - Complexity: O(1).
  func words(ofCues cues: Range<Int>) throws(IndexError) -> Range<Int> {
    precondition(cues.upperBound <= cueCount)
    let start = cues.lowerBound == 0 ? 0 : cueEnds[cues.lowerBound - 1]
    let end = cues.upperBound == 0 ? 0 : cueEnds[cues.upperBound - 1]
    guard start <= end, end <= wordCount else { throw corrupt("cues go back") }
    return start..<end
  }

  /// Whether there are joiners.
  var hasJoiners: Bool { !joinerBytes.isEmpty }

  /// Calls `body` with each joiner, in order.
  func forEachJoiner(_ body: (Joiner) throws(IndexError) -> Void) throws(IndexError) {
    try file.locating { () throws(IndexError) in
      try JoinerList.forEach(file.reader(joinerBytes), wordCount: wordCount, body)
    }
  }

  private func corrupt(_ what: String) -> IndexError { file.corrupt(what, in: bytes) }

  private static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ count: Int, width: Int
  ) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { buffer, size in
      if count > 0 {
        BitPacking.unpack(bytes, count: count, width: width, into: buffer.baseAddress!)
      }
      size = count
    }
  }

  /// The cue in which a word stands.
  ///
  /// - Complexity: O(log n) in the number of cues.
  package func cue(ofWord position: Int) -> Int {
    min(cueEnds.countUpTo(position), max(0, cueCount - 1))
  }
}
