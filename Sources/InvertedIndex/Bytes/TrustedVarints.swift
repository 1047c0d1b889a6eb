/// Reads LEB128 that this process wrote: nothing is checked.
struct TrustedVarints {
  private(set) var address: UnsafeRawPointer

  @inline(__always)
  init(_ address: UnsafeRawPointer) {
    self.address = address
  }

  @inline(__always)
  mutating func next() -> UInt32 {
    let first = UInt32(address.load(as: UInt8.self))
    address += 1
    return first < 0x80 ? first : rest(first & 0x7F)
  }

  private mutating func rest(_ first: UInt32) -> UInt32 {
    var (value, shift) = (first, UInt32(7))
    while true {
      let byte = UInt32(address.load(as: UInt8.self))
      address += 1
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
