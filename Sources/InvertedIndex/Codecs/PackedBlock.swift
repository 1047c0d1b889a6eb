/// A block of up to 128 integers, of which postings are made: a byte with the width in bits of the largest value,
/// then all values in that width.
///
/// What it costs on real transcripts stands in Documentation/index-format.md.
enum PackedBlock {
  /// What a segment's header calls the format of its blocks.
  static let formatNumber: UInt8 = 1

  /// The most integers of one block.
  static let length = 128

  /// Appends a block.
  static func encode(_ values: UnsafeBufferPointer<UInt32>, into bytes: inout ScratchList<UInt8>) {
    let width = BitPacking.width(of: values.reduce(0, |))
    bytes.append(UInt8(truncatingIfNeeded: width))
    BitPacking.pack(values, width: width, into: &bytes)
  }

  /// Reads a block of `count` integers that starts at `position`.
  ///
  /// - Returns: where the block ends.
  /// - Throws: `IndexError` if the bytes end before the block does.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, at position: Int, count: Int,
    into values: UnsafeMutablePointer<UInt32>
  ) throws(IndexError) -> Int {
    let packed = try Self.values(bytes, at: position, count: count)
    BitPacking.unpack(packed.values, count: count, width: packed.width, into: values)
    return position + 1 + BitPacking.size(count, width: packed.width)
  }

  /// Where the values of a block begin, and their width in bits; the bytes hold all.
  @inline(__always)
  static func values(
    _ bytes: UnsafeRawBufferPointer, at position: Int, count: Int
  ) throws(IndexError) -> (values: UnsafeRawBufferPointer, width: Int) {
    guard position >= 0, position < bytes.count else { throw .corrupt("a block passes the end") }
    let width = Int(bytes[position])
    guard width <= 32, BitPacking.size(count, width: width) < bytes.count - position else {
      throw .corrupt("a block passes the end")
    }
    return (UnsafeRawBufferPointer(rebasing: bytes[(position + 1)...]), width)
  }
}
