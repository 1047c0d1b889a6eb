/// How a block of up to 128 integers is written: the one interface of what postings are made of.
///
/// What each costs on real transcripts stands in Documentation/index-format.md.
enum IntegerCodec: UInt8, CaseIterable, Sendable {
  /// A byte with the width in bits of the largest value, then all values in that width.
  case packed = 1
  /// LEB128, value by value.
  case varint = 2

  /// The most integers of one block.
  static let blockLength = 128

  /// Appends a block.
  func encode(_ values: UnsafeBufferPointer<UInt32>, into bytes: inout ScratchList<UInt8>) {
    switch self {
    case .packed:
      let width = BitPacking.width(of: values.reduce(0, |))
      bytes.append(UInt8(truncatingIfNeeded: width))
      BitPacking.pack(values, width: width, into: &bytes)
    case .varint:
      bytes.reserve(values.count * ScratchList<UInt8>.longestVarint)
      for value in values { bytes.putVarint(Int(value)) }
    }
  }

  /// Reads a block of `count` integers that starts at `position`.
  ///
  /// - Returns: where the block ends.
  /// - Throws: `IndexError` if the bytes end before the block does.
  func decode(
    _ bytes: UnsafeRawBufferPointer, at position: Int, count: Int,
    into values: UnsafeMutablePointer<UInt32>
  ) throws(IndexError) -> Int {
    switch self {
    case .packed: try Self.unpack(bytes, at: position, count: count, into: values)
    case .varint: try Self.readVarints(bytes, at: position, count: count, into: values)
    }
  }

  private static func unpack(
    _ bytes: UnsafeRawBufferPointer, at position: Int, count: Int,
    into values: UnsafeMutablePointer<UInt32>
  ) throws(IndexError) -> Int {
    let block = try packedBlock(bytes, at: position, count: count)
    BitPacking.unpack(block.values, count: count, width: block.width, into: values)
    return position + 1 + BitPacking.size(count, width: block.width)
  }

  /// Where the values of a block of `packed` begin, and their width in bits; the bytes hold all.
  @inline(__always)
  static func packedBlock(
    _ bytes: UnsafeRawBufferPointer, at position: Int, count: Int
  ) throws(IndexError) -> (values: UnsafeRawBufferPointer, width: Int) {
    guard position >= 0, position < bytes.count else { throw .corrupt("a block passes the end") }
    let width = Int(bytes[position])
    guard width <= 32, BitPacking.size(count, width: width) < bytes.count - position else {
      throw .corrupt("a block passes the end")
    }
    return (UnsafeRawBufferPointer(rebasing: bytes[(position + 1)...]), width)
  }

  private static func readVarints(
    _ bytes: UnsafeRawBufferPointer, at position: Int, count: Int,
    into values: UnsafeMutablePointer<UInt32>
  ) throws(IndexError) -> Int {
    var reader = ByteReader(bytes, at: position)
    for index in 0..<count {
      values[index] = UInt32(truncatingIfNeeded: try reader.varint(below: 1 << 32))
    }
    return reader.position
  }
}
