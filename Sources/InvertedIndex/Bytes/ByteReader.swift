import FilePaths

/// Reads what `ByteWriter` wrote; every read is checked against the end.
///
/// The bytes must outlive the reader.
package struct ByteReader {
  package let bytes: UnsafeRawBufferPointer
  package private(set) var position: Int
  /// The offset of `bytes` in their file; `nil` where that is not known, or they are compressed there.
  private let origin: Int?

  package init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0, origin: Int? = nil) {
    (self.bytes, self.position, self.origin) = (bytes, position, origin)
  }

  package var isAtEnd: Bool { position >= bytes.count }

  /// How many bytes are left.
  var rest: Int { bytes.count - position }

  @inline(__always)
  package mutating func varint() throws(IndexError) -> Int {
    guard position < bytes.count else { throw corrupt("the data ends too early") }
    let first = bytes[position]
    if first < 0x80 {
      position += 1
      return Int(first)
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(IndexError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 63 {
      let byte = try next()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    throw corrupt("a number is too long")
  }

  /// A varint that must be below a bound.
  package mutating func varint(below bound: Int) throws(IndexError) -> Int {
    let value = try varint()
    guard value < bound else { throw corrupt("\(value) is not below \(bound)") }
    return value
  }

  package mutating func optional() throws(IndexError) -> Int? {
    let value = try varint()
    return value == 0 ? nil : value - 1
  }

  package mutating func string() throws(IndexError) -> String {
    String(decoding: try raw(try varint()), as: UTF8.self)
  }

  /// The bytes of a path, after their number.
  mutating func path() throws(IndexError) -> FilePath {
    FilePath(bytes: try raw(try varint()))
  }

  /// The next bytes, as they are.
  package mutating func raw(_ count: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= rest else { throw corrupt("something passes the end") }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  package mutating func integer<Integer: FixedWidthInteger>(
    _ type: Integer.Type
  ) throws(IndexError) -> Integer {
    let raw = try raw(MemoryLayout<Integer>.size)
    return Integer(littleEndian: raw.loadUnaligned(as: Integer.self))
  }

  private mutating func next() throws(IndexError) -> UInt8 {
    guard position < bytes.count else { throw corrupt("the data ends too early") }
    defer { position += 1 }
    return bytes[position]
  }

  package func corrupt(_ what: String) -> IndexError {
    .corrupt(what, at: origin.map { $0 + position })
  }
}

extension [UInt8] {
  /// Lends the bytes as a buffer, whatever the body throws.
  package func lend<Result>(
    _ body: (UnsafeRawBufferPointer) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    // `withUnsafeBytes` rethrows without the type of the error.
    let result = withUnsafeBytes { bytes in
      Swift.Result { () throws(IndexError) in try body(bytes) }
    }
    return try result.get()
  }
}
