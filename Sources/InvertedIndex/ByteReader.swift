/// Reads what `ByteWriter` wrote; every read is checked against the end.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position >= bytes.endIndex }

  mutating func varint() throws(IndexError) -> Int {
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
  mutating func varint(below bound: Int) throws(IndexError) -> Int {
    let value = try varint()
    guard value < bound else { throw corrupt("\(value) is not below \(bound)") }
    return value
  }

  mutating func optional() throws(IndexError) -> Int? {
    let value = try varint()
    return value == 0 ? nil : value - 1
  }

  mutating func string() throws(IndexError) -> String {
    let count = try varint()
    guard count <= bytes.endIndex - position else { throw corrupt("a string passes the end") }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func integer<Integer: FixedWidthInteger>(
    _ type: Integer.Type
  ) throws(IndexError) -> Integer {
    var value: Integer = 0
    for shift in stride(from: 0, to: Integer.bitWidth, by: 8) {
      value |= Integer(truncatingIfNeeded: UInt64(try next())) << Integer(shift)
    }
    return value
  }

  private mutating func next() throws(IndexError) -> UInt8 {
    guard position < bytes.endIndex else { throw corrupt("the data ends too early") }
    defer { position += 1 }
    return bytes[position]
  }

  func corrupt(_ what: String) -> IndexError {
    IndexError(.corrupt, "the index is damaged: \(what) (byte \(position)); index again")
  }
}
