/// The layout of the postings of one term: in which episodes it stands, how often, and where.
///
///     counts      varints: episodes, occurrences − episodes, bytes of blocks
///     skips       16 bytes for each block but the last: UInt32 its last episode, UInt32 where it ends
///                 in the blocks, UInt64 the occurrences up to its end
///     blocks      for each 128 episodes two `PackedBlock`s: differences between episodes
///                 less 1 (the first from −1), occurrences less 1
///     ends        UInt32 for each block of positions but the last: where it ends in the positions
///     positions   `PackedBlock`s of 128: of each episode the first position, then differences
///                 less 1
enum TermPostings {
  static let blockLength = PackedBlock.length
  static let skipLength = 16

  struct Skip {
    let lastEpisode: Int
    let end: Int
    let positions: Int

    init(_ bytes: UnsafeRawBufferPointer, _ index: Int) {
      let start = index * skipLength
      lastEpisode = Int(
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
      end = Int(
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)))
      positions = Int(
        clamping: UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)))
    }
  }
}
