/// Walks the lines of a text; lines end at LF, CR or both.
struct LineScanner {
  let bytes: [UInt8]
  /// Where the next line starts.
  private(set) var position = 0
  /// The number, from 1, of the line that `next` gave last.
  private(set) var line = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line without its end, or `nil` after the last one.
  mutating func next() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      return end
    }
    position = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    line += 1
    return bytes[start..<end]
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
