#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks the lines of a text; lines end at LF, CR or both.
struct LineScanner {
  let bytes: [UInt8]
  /// Where the next line starts.
  private(set) var position: Int
  /// The number, from 1, of the line that `next` gave last.
  private(set) var line = 0
  /// Where the next CR is, as far as it is known: before it nothing but LF ends a line.
  private var nextReturn = 0

  /// - Parameter start: where the first line begins.
  init(_ bytes: [UInt8], from start: Int = 0) {
    (self.bytes, position) = (bytes, start)
  }

  /// The next line without its end, or `nil` after the last one.
  mutating func next() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let start = position
    if nextReturn < start || nextReturn == 0 {
      nextReturn = bytes.firstPlace(of: 0x0D, from: start)
    }
    let end = min(nextReturn, bytes.firstPlace(of: 0x0A, from: start))
    position = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    line += 1
    return bytes[start..<end]
  }
}

extension [UInt8] {
  /// The first place of a byte from a position on; the end if there is none.
  fileprivate func firstPlace(of byte: UInt8, from start: Int) -> Int {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let place = memchr(base + start, CInt(byte), bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(place) - base
    }
  }
}

extension ArraySlice<UInt8> {
  /// The slice without white space at its ends: ASCII's, U+00A0, U+3000 and U+FEFF.
  var trimmed: ArraySlice<UInt8> {
    let range = withUnsafeBytes(\.trimmed)
    return self[startIndex + range.lowerBound..<startIndex + range.upperBound]
  }

  /// The place of the first such byte, if there is one.
  func offset(of byte: UInt8) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let place = memchr(base, CInt(byte), bytes.count) else {
        return nil
      }
      return startIndex + (UnsafeRawPointer(place) - base)
    }
  }

  /// Whether a byte is below U+0020.
  var hasControl: Bool { withUnsafeBytes(\.hasControl) }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether some words of ASCII stand in the slice.
  func contains(_ words: String) -> Bool {
    let words = Array(words.utf8)
    var rest = self
    while let place = rest.offset(of: words[0]) {
      if rest[place...].starts(with: words) { return true }
      rest = rest[(place + 1)...]
    }
    return false
  }

  /// Whether `-->` stands in the slice.
  func containsArrow() -> Bool {
    var rest = self
    while let head = rest.offset(of: 0x3E) {
      if head - startIndex >= 2, self[head - 1] == 0x2D, self[head - 2] == 0x2D { return true }
      rest = self[(head + 1)...]
    }
    return false
  }
}

extension UnsafeRawBufferPointer {
  /// Whether some bytes stand first.
  func begins(with bytes: [UInt8]) -> Bool {
    count >= bytes.count
      && bytes.withUnsafeBytes { memcmp($0.baseAddress!, baseAddress!, $0.count) == 0 }
  }

  /// The place of the first byte of ASCII, from a place on, that is wanted; of other bytes, which most of a
  /// Chinese text are, eight are passed over at a time.
  @inline(__always)
  func firstASCII(from start: Int = 0, where isWanted: (UInt8) -> Bool) -> Int? {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var position = start
    while position < count {
      if position + 8 <= count,
        loadUnaligned(fromByteOffset: position, as: UInt64.self) & highBits == highBits
      {
        position += 8
        continue
      }
      for place in position..<Swift.min(position + 8, count) where isWanted(self[place]) {
        return place
      }
      position += 8
    }
    return nil
  }

  /// The places of the bytes without white space at their ends: ASCII's, U+00A0, U+3000 and U+FEFF.
  var trimmed: Range<Int> {
    var (start, end) = (0, count)
    while let space = leadingSpace(start, end) { start += space }
    while let space = trailingSpace(start, end) { end -= space }
    return start..<end
  }

  /// Whether a byte is below U+0020.
  var hasControl: Bool {
    var position = 0
    while position + 8 <= count {
      if loadUnaligned(fromByteOffset: position, as: UInt64.self).hasControl { return true }
      position += 8
    }
    return self[position...].contains { $0 < 0x20 }
  }

  /// How long the white space is that begins a range.
  fileprivate func leadingSpace(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    return self[start] <= 0x20 ? 1 : wideSpace(start, end)
  }

  /// How long the white space is that ends a range.
  fileprivate func trailingSpace(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    if self[end - 1] <= 0x20 { return 1 }
    // The last bytes of U+00A0, U+3000 and U+FEFF.
    switch self[end - 1] {
    case 0xA0 where end - start >= 2 && wideSpace(end - 2, end) != nil: return 2
    case 0x80, 0xBF: return end - start >= 3 && wideSpace(end - 3, end) != nil ? 3 : nil
    default: return nil
    }
  }

  /// How long a U+00A0, U+3000 or U+FEFF at a place is.
  private func wideSpace(_ start: Int, _ end: Int) -> Int? {
    switch self[start] {
    case 0xC2: return end - start >= 2 && self[start + 1] == 0xA0 ? 2 : nil
    case 0xE3: return hasTail(start, end, 0x80, 0x80) ? 3 : nil
    case 0xEF: return hasTail(start, end, 0xBB, 0xBF) ? 3 : nil
    default: return nil
    }
  }

  private func hasTail(_ start: Int, _ end: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    end - start >= 3 && self[start + 1] == second && self[start + 2] == third
  }
}

extension UInt64 {
  /// Whether one of its bytes is below U+0020.
  var hasControl: Bool {
    (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080 != 0
  }
}
