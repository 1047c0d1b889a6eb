/// The words of one episode as a segment holds them: which spelling stands where, what follows it,
/// and, in blocks that can be read one by one, cues and all the bytes that are not words.
///
/// The original text is not kept beside the words: it is their spellings with what stands between.
///
///     counts     varints: words, spellings, cues, blocks of details, bytes of joiners
///     blocks     varints of each: cues, bytes of text with a line feed after each cue, bytes, bytes
///                stored
///     cue ends   `EliasFano`: the end of each cue's words
///     stream     the spelling of each word, numbered in order of their first words; `BitPacking` in
///                the width of the largest number
///     joints     two bits a word, see `WordJoint`
///     joiners    the places where one character joins two words, see `JoinerList`
///     details    the blocks, each compressed by libzstd, or as it is if its lengths are equal
///
/// The details of a cue: bytes of its text; its start, 0 or 1 + the zigzag difference to the end
/// before (0 at the start of a block); its end, likewise to its start; twice 0 or 1 + the speaker,
/// and 1 more if times of words follow: how many, then of each the difference of its offset in the text to the one before,
/// or to 0, and the zigzag difference of its time to the one before, or to the start of the cue, or to 0; the text before its first word; the text after each of its words whose joint is not `none`. All numbers
/// are varints, all texts come after their lengths.
///
/// A value must not outlive its segment.
package struct EpisodeWords {
  let stream: EpisodeStream
  let blocks: [Block]

  struct Block {
    let cues: Range<Int>
    let words: Range<Int>
    let text: Range<Int>
    let length: Int
    let stored: UnsafeRawBufferPointer
  }

  var wordCount: Int { stream.wordCount }
  var spellingCount: Int { stream.spellingCount }
  var cueCount: Int { stream.cueCount }
  var cueEnds: EliasFano { stream.cueEnds }

  /// - Parameter stream: of the same bytes.
  /// - Throws: `IndexError` if the parts do not fit.
  init(_ bytes: UnsafeRawBufferPointer, _ stream: EpisodeStream) throws(IndexError) {
    self.stream = stream
    var reader = stream.file.reader(bytes, at: stream.sizes)
    let (cues, words) = (stream.cueCount, stream.wordCount)
    guard cues == 0 ? words == 0 : stream.cueEnds[cues - 1] == words else {
      throw reader.corrupt("words are in no cue")
    }
    var sizes: [(cues: Int, text: Int, length: Int, stored: Int)] = []
    for _ in 0..<stream.blockCount {
      let cues = try reader.varint(below: stream.cueCount + 1)
      let text = try reader.varint(below: 1 << 32)
      let length = try reader.varint(below: 1 << 32)
      sizes.append((cues, text, length, try reader.varint(below: bytes.count)))
    }
    var parts = stream.file.reader(bytes, at: stream.details)
    blocks = try Self.blocks(sizes, &parts, stream.cueEnds)
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
}
