extension RawSpan {
  /// The four bytes at a position, the first one lowest; 0 after the end.
  ///
  /// - Precondition: `position` is not negative.
  @inlinable
  @inline(__always)
  public func fourBytes(at position: Int) -> UInt32 {
    if position + 4 <= byteCount {
      return UInt32(
        littleEndian: unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
    var word: UInt32 = 0
    for index in (position..<byteCount).reversed() {
      word = word << 8 | UInt32(unsafeLoad(fromByteOffset: index, as: UInt8.self))
    }
    return word
  }
}
