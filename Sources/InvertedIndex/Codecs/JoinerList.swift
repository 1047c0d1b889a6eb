/// The joiners of an episode as bytes.
///
/// Of each in order a varint: the difference of its position to the one before (the first to −1), ·16, +
/// 2 · the number of the joiner, + 1 if the original is spelled otherwise; then, of those, a varint: the
/// code point of the original.
struct JoinerList {
  private(set) var bytes: [UInt8] = []
  private var last = -1

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    last = -1
  }

  mutating func append(_ joiner: Joiner) {
    guard let number = joiner.joint.joiner else { return }
    let isOther = !joiner.isPlain
    let step = UInt64(joiner.position - last)
    bytes.appendVarint(step << 4 | UInt64(number) << 1 | (isOther ? 1 : 0))
    if isOther { bytes.appendVarint(UInt64(joiner.spelling.value)) }
    last = joiner.position
  }

  /// Calls `body` with each joiner.
  ///
  /// - Parameters:
  ///   - reader: of the whole list.
  ///   - wordCount: of the episode.
  static func forEach(
    _ reader: ByteReader, wordCount: Int, _ body: (Joiner) throws(IndexError) -> Void
  ) throws(IndexError) {
    var reader = reader
    var position = -1
    while !reader.isAtEnd {
      let value = try reader.varint(below: (wordCount + 1) << 4)
      position += value >> 4
      // The last word is joined to nothing.
      guard value >> 4 > 0, position < wordCount - 1 else {
        throw reader.corrupt("a joiner follows no word")
      }
      let joint = WordJoint(joiner: UInt32(value >> 1 & 7))
      guard value & 1 == 1 else {
        try body(Joiner(position: position, joint: joint))
        continue
      }
      guard let spelling = Unicode.Scalar(UInt32(try reader.varint(below: 0x11_0000))) else {
        throw reader.corrupt("a joiner is not a character")
      }
      try body(Joiner(position: position, joint: joint, spelling: spelling))
    }
  }
}
