import Hashing

extension [UInt8] {
  /// XXH64 of the bytes.
  package var hash64: UInt64 { XXHash64.hash(span.bytes) }
}

extension UnsafeRawBufferPointer {
  /// XXH64 of the bytes.
  package var hash64: UInt64 { XXHash64.hash(RawSpan(_unsafeBytes: self)) }

  /// A part of the bytes, which must be there.
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[range])
  }
}
