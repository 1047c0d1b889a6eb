/// The 64-bit hash of Yann Collet's xxHash, seed 0 (specification: xxhash_spec.md, version 0.1.1).
public enum XXHash64 {
  /// - Complexity: O(n), several gigabytes a second.
  public static func hash(_ bytes: RawSpan) -> UInt64 {
    let p1: UInt64 = 0x9E37_79B1_85EB_CA87
    let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    let p3: UInt64 = 0x1656_67B1_9E37_79F9
    let p4: UInt64 = 0x85EB_CA77_C2B2_AE63
    let p5: UInt64 = 0x27D4_EB2F_1656_67C5
    let count = bytes.byteCount
    var position = 0
    var hash = p5
    if count >= 32 {
      var lanes = (p1 &+ p2, p2, UInt64(0), 0 &- p1)
      while position + 32 <= count {
        lanes.0 = round(lanes.0, word(bytes, position), p1, p2)
        lanes.1 = round(lanes.1, word(bytes, position + 8), p1, p2)
        lanes.2 = round(lanes.2, word(bytes, position + 16), p1, p2)
        lanes.3 = round(lanes.3, word(bytes, position + 24), p1, p2)
        position += 32
      }
      hash = rotated(lanes.0, 1) &+ rotated(lanes.1, 7) &+ rotated(lanes.2, 12)
      hash = hash &+ rotated(lanes.3, 18)
      hash = (hash ^ round(0, lanes.0, p1, p2)) &* p1 &+ p4
      hash = (hash ^ round(0, lanes.1, p1, p2)) &* p1 &+ p4
      hash = (hash ^ round(0, lanes.2, p1, p2)) &* p1 &+ p4
      hash = (hash ^ round(0, lanes.3, p1, p2)) &* p1 &+ p4
    }
    hash = hash &+ UInt64(count)
    while position + 8 <= count {
      hash = rotated(hash ^ round(0, word(bytes, position), p1, p2), 27) &* p1 &+ p4
      position += 8
    }
    if position + 4 <= count {
      let half = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
      hash = rotated(hash ^ UInt64(UInt32(littleEndian: half)) &* p1, 23) &* p2 &+ p3
      position += 4
    }
    while position < count {
      let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
      hash = rotated(hash ^ UInt64(byte) &* p5, 11) &* p1
      position += 1
    }
    hash = (hash ^ hash >> 33) &* p2
    hash = (hash ^ hash >> 29) &* p3
    return hash ^ hash >> 32
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ position: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64, _ p1: UInt64, _ p2: UInt64) -> UInt64 {
    rotated(lane &+ word &* p2, 31) &* p1
  }

  @inline(__always)
  private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }
}
