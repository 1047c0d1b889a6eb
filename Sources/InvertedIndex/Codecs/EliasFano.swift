/// An ascending list of integers in about two bits and the logarithm of their mean distance each, of
/// which each can be read by itself (P. Elias 1974, R. Fano 1971).
///
///     samples   UInt32 for every 256th value but the first: where its bit stands in `high`
///     low       the low `lowBits` bits of each value, packed, padded to a byte
///     high      a 1 bit for each value, at place (value >> lowBits) + index, padded to 8 bytes
///
/// Count and bound are not stored: whoever writes a list stores them where they are known.
struct EliasFano {
  let count: Int
  private let lowBits: Int
  private let samples: UnsafeRawBufferPointer
  private let low: UnsafeRawBufferPointer
  private let high: UnsafeRawBufferPointer
  /// The bytes that the list takes.
  let size: Int

  private static let sampleDistance = 256

  /// Sizes of the parts in bytes, and the number of low bits.
  private static func layout(
    _ count: Int, bound: Int
  ) -> (lowBits: Int, samples: Int, low: Int, high: Int) {
    guard count > 0 else { return (0, 0, 0, 0) }
    let lowBits = bound > count ? 63 - (bound / count).leadingZeroBitCount : 0
    let highBits = count + (bound >> lowBits) + 1
    return (
      lowBits, (count - 1) / sampleDistance * 4, (count * lowBits + 7) / 8, (highBits + 63) / 64 * 8
    )
  }

  /// Appends a list.
  ///
  /// - Parameter bound: no value is above it.
  static func encode(_ values: some Collection<Int>, bound: Int, into bytes: inout [UInt8]) {
    let (lowBits, _, low, high) = layout(values.count, bound: bound)
    var lows = BitWriter(bits: low * 8)
    var words = [UInt64](repeating: 0, count: high / 8)
    for (index, value) in values.enumerated() {
      let place = value >> lowBits + index
      if index > 0, index % sampleDistance == 0 { bytes.appendInteger(UInt32(place)) }
      words[place >> 6] |= 1 << UInt64(place & 63)
      lows.append(UInt64(value & (1 << lowBits - 1)), width: lowBits)
    }
    lows.finish(into: &bytes)
    for word in words { bytes.appendInteger(word) }
  }

  /// Reads a list at the start of some bytes.
  ///
  /// - Throws: `IndexError` if they are too short for it.
  init(_ bytes: UnsafeRawBufferPointer, count: Int, bound: Int) throws(IndexError) {
    guard count >= 0, bound >= 0, count < 1 << 40, bound < 1 << 48 else {
      throw .corrupt("a list of \(count) numbers up to \(bound)")
    }
    let layout = Self.layout(count, bound: bound)
    size = layout.samples + layout.low + layout.high
    guard size <= bytes.count else { throw .corrupt("a list of numbers passes the end") }
    self.count = count
    lowBits = layout.lowBits
    let lowStart = layout.samples
    let highStart = lowStart + layout.low
    samples = UnsafeRawBufferPointer(rebasing: bytes[..<lowStart])
    low = UnsafeRawBufferPointer(rebasing: bytes[lowStart..<highStart])
    high = UnsafeRawBufferPointer(rebasing: bytes[highStart..<size])
  }

  /// The value at an index below `count`; 0 where the bytes make no sense.
  ///
  /// - Complexity: O(1): up to 256 bits are looked through.
  subscript(index: Int) -> Int {
    guard let (word, bits) = locate(index) else { return 0 }
    return value(place: word << 6 + bits.trailingZeroBitCount, index)
  }

  /// The value before an index, 0 before the first, and the one at it: what lies between ends.
  ///
  /// - Complexity: O(1).
  func bounds(at index: Int) -> (start: Int, end: Int) {
    guard index > 0 else { return (0, self[0]) }
    guard var (word, bits) = locate(index - 1) else { return (0, 0) }
    let start = value(place: word << 6 + bits.trailingZeroBitCount, index - 1)
    bits &= bits &- 1
    while bits == 0 {
      word += 1
      guard word * 8 < high.count else { return (start, 0) }
      bits = self.word(word)
    }
    return (start, value(place: word << 6 + bits.trailingZeroBitCount, index))
  }

  /// The word of `high` with the bit of a value, and its bits from that one on; `nil` where the bytes
  /// make no sense.
  @inline(__always)
  private func locate(_ index: Int) -> (word: Int, bits: UInt64)? {
    precondition(index < count)
    let sample = index / Self.sampleDistance
    var rest = index - sample * Self.sampleDistance
    let start =
      sample == 0
      ? 0
      : Int(
        UInt32(littleEndian: samples.loadUnaligned(fromByteOffset: 4 * sample - 4, as: UInt32.self))
      )
    var word = start >> 6
    guard word * 8 < high.count else { return nil }
    var bits = self.word(word) & ~UInt64(0) << UInt64(start & 63)
    while bits.nonzeroBitCount <= rest {
      rest -= bits.nonzeroBitCount
      word += 1
      guard word * 8 < high.count else { return nil }
      bits = self.word(word)
    }
    for _ in 0..<rest { bits &= bits &- 1 }
    return (word, bits)
  }

  /// Calls `body` with every value, in order.
  ///
  /// - Throws: `IndexError` if there are not as many as there should be.
  func forEach(_ body: (Int) throws(IndexError) -> Void) throws(IndexError) {
    var index = 0
    for word in 0..<high.count / 8 {
      var bits = self.word(word)
      while bits != 0, index < count {
        try body(value(place: word << 6 + bits.trailingZeroBitCount, index))
        bits &= bits &- 1
        index += 1
      }
    }
    guard index == count else { throw .corrupt("a list of numbers is too short") }
  }

  /// All values.
  func values() throws(IndexError) -> [Int] {
    var values: [Int] = []
    values.reserveCapacity(count)
    try forEach { (value) throws(IndexError) in values.append(value) }
    return values
  }

  /// How many values are at most `limit`.
  ///
  /// - Complexity: O(log n).
  func countUpTo(_ limit: Int) -> Int {
    var (first, last) = (0, count)
    while first < last {
      let middle = (first + last) / 2
      if self[middle] <= limit { first = middle + 1 } else { last = middle }
    }
    return first
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt64 {
    UInt64(littleEndian: high.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }

  @inline(__always)
  private func value(place: Int, _ index: Int) -> Int {
    // Less than 0 only where the bytes make no sense.
    let upper = max(0, place - index)
    guard lowBits > 0 else { return upper }
    let bit = index * lowBits
    let word = BitPacking.word(low, at: bit >> 3) >> UInt64(bit & 7)
    return upper << lowBits | Int(word & (1 << UInt64(lowBits) - 1))
  }
}

/// Collects bits, the low ones of each byte first.
private struct BitWriter {
  private var words: [UInt64]
  private var bit = 0

  init(bits: Int) { words = [UInt64](repeating: 0, count: (bits + 63) / 64) }

  mutating func append(_ value: UInt64, width: Int) {
    guard width > 0 else { return }
    let (word, shift) = (bit >> 6, UInt64(bit & 63))
    words[word] |= value << shift
    if Int(shift) + width > 64 { words[word + 1] |= value >> (64 - shift) }
    bit += width
  }

  /// Appends the bits to bytes, padded to a byte.
  func finish(into bytes: inout [UInt8]) {
    var rest = (bit + 7) / 8
    for word in words {
      for shift in 0..<UInt64(max(0, min(8, rest))) {
        bytes.append(UInt8(truncatingIfNeeded: word >> (8 * shift)))
      }
      rest -= 8
    }
  }
}
