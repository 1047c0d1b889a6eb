/// A 64-bit hash of bytes: FNV-1a (Fowler, Noll, Vo; RFC 9923). Not for adversaries.
public struct ContentHash: Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  @inlinable
  public mutating func combine(_ bytes: Span<UInt8>) {
    var hash = value
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    self = ContentHash(value: hash)
  }

  @usableFromInline
  init(value: UInt64) {
    self.value = value
  }
}
