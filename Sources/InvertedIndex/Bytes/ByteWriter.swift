import FilePaths

/// Appends integers and strings to bytes; `ByteReader` reads them back.
package struct ByteWriter {
  package var bytes: [UInt8] = []

  package init() {}

  /// LEB128: seven bits a byte, low ones first.
  package mutating func varint(_ value: Int) {
    bytes.appendVarint(UInt64(value))
  }

  /// An optional number of at least 0: 0 for `nil`, else the number plus one.
  package mutating func optional(_ value: Int?) {
    bytes.appendVarint(value.map { UInt64($0) + 1 } ?? 0)
  }

  /// A string: its length in bytes, then the bytes.
  package mutating func string(_ string: String) {
    varint(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  /// The bytes of a path, after their number.
  mutating func path(_ path: FilePath) {
    varint(path.bytes.count)
    append(path.bytes)
  }

  /// A fixed-width integer, little-endian.
  package mutating func integer<Integer: FixedWidthInteger>(_ value: Integer) {
    bytes.appendInteger(value)
  }

  package mutating func append(_ other: some Collection<UInt8>) {
    bytes.append(contentsOf: other)
  }
}

extension [UInt8] {
  /// LEB128: seven bits a byte, low ones first.
  @inline(__always)
  mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// A fixed-width integer, little-endian.
  mutating func appendInteger<Integer: FixedWidthInteger>(_ value: Integer) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Zeros up to the next multiple of a power of two.
  mutating func pad(to alignment: Int) {
    append(contentsOf: repeatElement(0, count: (alignment - count % alignment) % alignment))
  }
}
