/// Integers of one width in bits, one after another, the low bits of each byte first.
enum BitPacking {
  /// How many bits the values up to a maximum need; 0 if it is 0.
  @inline(__always)
  static func width(of maximum: UInt32) -> Int { 32 - maximum.leadingZeroBitCount }

  /// How many bytes `count` values take.
  @inline(__always)
  static func size(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// How many bytes `pack` may write after the last one of the values.
  static let overhang = 8

  /// Appends values below 2^`width`, padded to a whole byte.
  static func pack(
    _ values: UnsafeBufferPointer<UInt32>, width: Int, into bytes: inout [UInt8]
  ) {
    let start = bytes.count
    let size = size(values.count, width: width)
    bytes.append(contentsOf: repeatElement(0, count: size + overhang))
    bytes.withUnsafeMutableBytes { pack(values, width: width, to: $0.baseAddress! + start) }
    bytes.removeLast(overhang)
  }

  /// Appends values below 2^`width`, padded to a whole byte.
  static func pack(
    _ values: UnsafeBufferPointer<UInt32>, width: Int, into bytes: inout ScratchList<UInt8>
  ) {
    let size = size(values.count, width: width)
    bytes.reserve(size + overhang)
    bytes.write { target in
      pack(values, width: width, to: UnsafeMutableRawPointer(target))
      return size
    }
  }

  /// Writes values below 2^`width`, where there is room for them and for the overhang.
  private static func pack(
    _ values: UnsafeBufferPointer<UInt32>, width: Int, to target: UnsafeMutableRawPointer
  ) {
    var (pending, filled, target): (UInt64, UInt64, UnsafeMutableRawPointer) = (0, 0, target)
    for value in values {
      pending |= UInt64(value) &<< filled
      filled &+= UInt64(truncatingIfNeeded: width)
      guard filled >= 32 else { continue }
      target.storeBytes(of: pending.littleEndian, as: UInt64.self)
      pending &>>= 32
      filled &-= 32
      target += 4
    }
    target.storeBytes(of: pending.littleEndian, as: UInt64.self)
  }

  /// Reads `count` values from the start of `bytes`, which must hold as many.
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, count: Int, width: Int,
    into values: UnsafeMutablePointer<UInt32>
  ) {
    precondition(size(count, width: width) <= bytes.count)
    guard width > 0 else { return values.update(repeating: 0, count: count) }
    let mask = UInt64(1) &<< UInt64(width) &- 1
    // Eight bytes at a time as long as there are eight: four narrow values lie in them.
    let fast = max(0, min(count, ((bytes.count - 7) * 8 - 7) / width))
    let step = UInt64(width)
    var (index, bit) = (0, 0)
    while width <= 14, index + 4 <= fast {
      var word = Self.shifted(bytes, bit)
      for place in index..<index + 4 {
        values[place] = UInt32(truncatingIfNeeded: word & mask)
        word &>>= step
      }
      index += 4
      bit += 4 * width
    }
    while index < fast {
      values[index] = UInt32(truncatingIfNeeded: Self.shifted(bytes, bit) & mask)
      index += 1
      bit += width
    }
    for index in fast..<max(fast, count) {
      values[index] = value(bytes, at: index, width: width)
    }
  }

  /// What begins at a bit: at least 57 bits of it.
  @inline(__always)
  private static func shifted(_ bytes: UnsafeRawBufferPointer, _ bit: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      &>> UInt64(bit & 7)
  }

  /// The value at an index; the bytes must hold it.
  @inline(__always)
  static func value(_ bytes: UnsafeRawBufferPointer, at index: Int, width: Int) -> UInt32 {
    let bit = index * width
    let word = word(bytes, at: bit >> 3)
    return UInt32(truncatingIfNeeded: word >> UInt64(bit & 7) & (UInt64(1) << UInt64(width) - 1))
  }

  /// Eight bytes as an integer; those after the end count as 0.
  @inline(__always)
  static func word(_ bytes: UnsafeRawBufferPointer, at position: Int) -> UInt64 {
    if position + 8 <= bytes.count {
      return UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
    return lastWord(bytes, at: position)
  }

  private static func lastWord(_ bytes: UnsafeRawBufferPointer, at position: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in (position..<max(position, bytes.count)).reversed() {
      word = word << 8 | UInt64(bytes[index])
    }
    return word
  }
}
