/// The words of one episode as a segment holds them: which spelling stands where, what follows it,
/// and, in blocks that can be read one by one, cues and all the bytes that are not words.
///
/// The original text is not kept beside the words: it is their spellings with what stands between.
///
///     counts     varints: words, spellings, cues, blocks of details
///     blocks     varints of each: cues, bytes of text with a line feed after each cue, bytes, bytes
///                stored
///     cue ends   `EliasFano`: the end of each cue's words
///     stream     the spelling of each word, numbered in order of their first words; `BitPacking` in
///                the width of the largest number
///     joints     two bits a word, see `Joint`
///     details    the blocks, each compressed by libzstd, or as it is if its lengths are equal
///
/// The details of a cue: bytes of its text; its start, 0 or 1 + the zigzag difference to the end
/// before (0 at the start of a block); its end, likewise to its start; 0 or 1 + the speaker; the text
/// before its first word; the text after each of its words whose joint is not `none`. All numbers
/// are varints, all texts come after their lengths.
///
/// A value must not outlive its segment.
struct EpisodeWords {
  /// What follows a word, as far as matching has to know.
  enum Joint: UInt32 {
    case none, space
    /// The end of a cue, with at most white space, inside a turn.
    case cueEnd
    /// Other characters, or the end of the turn.
    case parted

    init(_ gap: WordToken.Gap) {
      self =
        switch gap {
        case .none: .none
        case .space: .space
        case .cueEnd: .cueEnd
        case .other, .turnEnd: .parted
        }
    }
  }

  struct Block {
    let cues: Range<Int>
    let words: Range<Int>
    let text: Range<Int>
    let length: Int
    let stored: UnsafeRawBufferPointer
  }

  let wordCount: Int
  let spellingCount: Int
  let cueCount: Int
  /// The end of each cue's words.
  let cueEnds: EliasFano
  private let width: Int
  private let stream: UnsafeRawBufferPointer
  private let joints: UnsafeRawBufferPointer
  private let vocabulary: UnsafeRawBufferPointer
  private let vocabularyWidth: Int
  private let segmentSpellings: Int
  let blocks: [Block]

  /// - Parameters:
  ///   - vocabulary: the segment's numbers of the episode's spellings, packed.
  ///   - segmentSpellings: how many spellings the segment has.
  /// - Throws: `IndexError` if the parts do not fit.
  init(
    _ bytes: UnsafeRawBufferPointer, vocabulary: UnsafeRawBufferPointer, segmentSpellings: Int
  ) throws(IndexError) {
    var reader = ByteReader(bytes)
    wordCount = try reader.varint(below: 1 << 32)
    spellingCount = try reader.varint(below: wordCount + 1)
    cueCount = try reader.varint(below: bytes.count * 16)
    let blockCount = try reader.varint(below: bytes.count)
    guard (wordCount == 0) == (spellingCount == 0) else { throw reader.corrupt("no spellings") }
    var sizes: [(cues: Int, text: Int, length: Int, stored: Int)] = []
    for _ in 0..<blockCount {
      let cues = try reader.varint(below: cueCount + 1)
      let text = try reader.varint(below: 1 << 32)
      let length = try reader.varint(below: 1 << 32)
      sizes.append((cues, text, length, try reader.varint(below: bytes.count)))
    }
    let rest = try reader.raw(reader.rest)
    cueEnds = try EliasFano(rest, count: cueCount, bound: wordCount)
    guard cueCount == 0 ? wordCount == 0 : cueEnds[cueCount - 1] == wordCount else {
      throw reader.corrupt("words are in no cue")
    }
    width = BitPacking.width(of: UInt32(max(1, spellingCount) - 1))
    var parts = ByteReader(rest, at: cueEnds.size)
    stream = try parts.raw(BitPacking.size(wordCount, width: width))
    joints = try parts.raw(BitPacking.size(wordCount, width: 2))
    blocks = try Self.blocks(sizes, &parts, cueEnds)
    self.vocabulary = vocabulary
    self.segmentSpellings = segmentSpellings
    vocabularyWidth = Self.vocabularyWidth(segmentSpellings)
    guard vocabulary.count == BitPacking.size(spellingCount, width: vocabularyWidth) else {
      throw reader.corrupt("a vocabulary of another length")
    }
  }

  private static func blocks(
    _ sizes: [(cues: Int, text: Int, length: Int, stored: Int)], _ reader: inout ByteReader,
    _ cueEnds: EliasFano
  ) throws(IndexError) -> [Block] {
    var blocks: [Block] = []
    var (cue, word, text) = (0, 0, 0)
    for size in sizes {
      let end = cue + size.cues
      guard end <= cueEnds.count else { throw reader.corrupt("more cues than there are") }
      let wordEnd = end == 0 ? 0 : cueEnds[end - 1]
      guard wordEnd >= word else { throw reader.corrupt("cues go back") }
      blocks.append(
        Block(
          cues: cue..<end, words: word..<wordEnd, text: text..<text + size.text,
          length: size.length, stored: try reader.raw(size.stored)))
      (cue, word, text) = (end, wordEnd, text + size.text)
    }
    guard cue == cueEnds.count, reader.isAtEnd else { throw reader.corrupt("cues are missing") }
    return blocks
  }

  /// The width of the numbers of a segment's spellings.
  static func vocabularyWidth(_ spellings: Int) -> Int {
    BitPacking.width(of: UInt32(clamping: max(1, spellings) - 1))
  }

  /// The number in the segment of the spelling at a position.
  ///
  /// - Complexity: O(1).
  func spelling(at position: Int) throws(IndexError) -> Int {
    precondition(position < wordCount)
    let local = Int(BitPacking.value(stream, at: position, width: width))
    guard local < spellingCount else { throw .corrupt("a word has no spelling") }
    let spelling = Int(BitPacking.value(vocabulary, at: local, width: vocabularyWidth))
    guard spelling < segmentSpellings else { throw .corrupt("an episode has an unknown spelling") }
    return spelling
  }

  /// What follows the word at a position.
  func joint(at position: Int) -> Joint {
    precondition(position < wordCount)
    return Joint(rawValue: BitPacking.value(joints, at: position, width: 2))!
  }

  /// The numbers in the segment of the episode's spellings, in the episode's own order.
  func spellings() throws(IndexError) -> [UInt32] {
    let spellings = Self.unpack(vocabulary, spellingCount, width: vocabularyWidth)
    guard spellings.allSatisfy({ $0 < segmentSpellings }) else {
      throw .corrupt("an episode has an unknown spelling")
    }
    return spellings
  }

  /// The spelling of each word, in the episode's own numbers.
  func localStream() throws(IndexError) -> [UInt32] {
    let stream = Self.unpack(stream, wordCount, width: width)
    guard stream.allSatisfy({ $0 < spellingCount }) else {
      throw .corrupt("a word has no spelling")
    }
    return stream
  }

  /// The joint of each word.
  func allJoints() -> [UInt32] { Self.unpack(joints, wordCount, width: 2) }

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
}
