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
  private(set) var position = 0
  /// The number, from 1, of the line that `next` gave last.
  private(set) var line = 0
  /// Where the next CR is, as far as it is known: before it nothing but LF ends a line.
  private var nextReturn = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
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
    var slice = self
    while let space = slice.leadingSpace { slice = slice.dropFirst(space) }
    while let space = slice.trailingSpace { slice = slice.dropLast(space) }
    return slice
  }

  /// Whether a byte is below U+0020.
  var hasControl: Bool {
    withUnsafeBytes { bytes in
      var position = 0
      while position + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if word.hasControl { return true }
        position += 8
      }
      return bytes[position...].contains { $0 < 0x20 }
    }
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  func containsArrow() -> Bool {
    guard count >= 3 else { return false }
    return (startIndex..<endIndex - 2).contains { index in
      self[index] == 0x2D && self[index + 1] == 0x2D && self[index + 2] == 0x3E
    }
  }

  private static let wideSpaces: [[UInt8]] = [
    [0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF],
  ]

  private var leadingSpace: Int? {
    guard let first else { return nil }
    if first <= 0x20 { return 1 }
    guard first >= 0xC2 else { return nil }
    return Self.wideSpaces.first { starts(with: $0) }?.count
  }

  private var trailingSpace: Int? {
    guard let last else { return nil }
    if last <= 0x20 { return 1 }
    guard last >= 0x80 else { return nil }
    return Self.wideSpaces.first { suffix($0.count).elementsEqual($0) }?.count
  }
}

extension UInt64 {
  /// Whether one of its bytes is below U+0020.
  var hasControl: Bool {
    (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080 != 0
  }
}
