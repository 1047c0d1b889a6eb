/// A text as ICU wants it, in UTF-16, with the UTF-8 byte offset of every code unit.
///
/// One value serves many texts: `replace` keeps the storage.
public struct UTF16Text: Sendable {
  /// The code units of the text.
  public private(set) var units: [UInt16] = []
  /// For each code unit the offset, in bytes of the UTF-8 text, at which its code point starts;
  /// then one more, the length of the UTF-8 text.
  public private(set) var offsets: [Int32] = [0]

  public init() {}

  public init(utf8: Span<UInt8>) throws(ICUError) {
    try replace(utf8: utf8)
  }

  /// Replaces the text; broken bytes become U+FFFD, one per maximal part.
  ///
  /// - Throws: `ICUError` if the text has 2³¹ bytes or more: ICU's offsets have 32 bits.
  public mutating func replace(utf8: Span<UInt8>) throws(ICUError) {
    try ICUError.check(length: utf8.count, atMost: Int(Int32.max), "text in UTF-8")
    units.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var position = 0
    while position < utf8.count {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      append(scalar.value, at: Int32(truncatingIfNeeded: position))
      position += scalar.length
    }
    offsets.append(Int32(truncatingIfNeeded: position))
  }

  private mutating func append(_ scalar: UInt32, at offset: Int32) {
    if scalar < 0x10000 {
      units.append(UInt16(scalar))
    } else {
      units.append(UInt16(0xD7C0 + scalar >> 10))
      units.append(UInt16(0xDC00 + scalar & 0x3FF))
      offsets.append(offset)
    }
    offsets.append(offset)
  }
}

extension Array where Element == UInt16 {
  /// The code point that starts at `index`; a lone surrogate stands for itself.
  @inlinable
  public func scalar(at index: Int) -> UInt32 {
    let lead = UInt32(self[index])
    guard lead & 0xFC00 == 0xD800, index + 1 < count else { return lead }
    let trail = UInt32(self[index + 1])
    guard trail & 0xFC00 == 0xDC00 else { return lead }
    return (lead << 10) &+ trail &- 0x35F_DC00
  }
}
