/// Appends integers and strings to bytes; `ByteReader` reads them back.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// LEB128: seven bits a byte, low ones first.
  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func varint(_ value: Int) {
    varint(UInt64(value))
  }

  /// An optional number of at least 0: 0 for `nil`, else the number plus one.
  mutating func optional(_ value: Int?) {
    varint(value.map { UInt64($0) + 1 } ?? 0)
  }

  /// A string: its length in bytes, then the bytes.
  mutating func string(_ string: String) {
    varint(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  /// A fixed-width integer, little-endian.
  mutating func integer<Integer: FixedWidthInteger>(_ value: Integer) {
    for shift in stride(from: 0, to: Integer.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> Integer(shift)))
    }
  }

  mutating func append(_ other: some Collection<UInt8>) {
    bytes.append(contentsOf: other)
  }
}
