/// Walks the bytes of a line from left to right.
struct ByteCursor {
  let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position >= bytes.endIndex }

  /// The byte at the position; `nil` at the end.
  var byte: UInt8? { isAtEnd ? nil : bytes[position] }

  /// What is left.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// Passes over a byte if it is the next one.
  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    position += 1
    return true
  }

  /// Passes over some bytes if they are the next ones.
  mutating func take(_ wanted: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    guard rest.starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// Passes over spaces, tabs and form feeds.
  mutating func skipSpaces() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0C { position += 1 }
  }

  /// Passes over digits; a value that is larger than any time is a trillion.
  mutating func digits() -> (value: Int, count: Int) {
    let start = position
    var value = 0
    while let byte, 0x30...0x39 ~= byte {
      value = min(value * 10 + Int(byte - 0x30), 1_000_000_000_000)
      position += 1
    }
    return (value, position - start)
  }

  /// Passes over a time such as `00:00:59.000`, whose minutes and seconds are below 60 and behind which no digit
  /// stands; in milliseconds.
  mutating func usualClock(point: UInt8) -> Int? {
    let time = bytes.withUnsafeBytes { all -> Int? in
      let start = position - bytes.startIndex
      guard let time = TimeCode.usualClock(all, at: start, point: point),
        all[start + 3] < UInt8(ascii: "6"), all[start + 6] < UInt8(ascii: "6"),
        start + 12 == all.count || all[start + 12] &- 0x30 > 9
      else { return nil }
      return time
    }
    if time != nil { position += 12 }
    return time
  }

  /// Passes over what stands before a byte.
  ///
  /// - Returns: what was passed over; all that is left where the byte is missing.
  mutating func prefix(upTo end: UInt8) -> ArraySlice<UInt8> {
    let start = position
    position = bytes[start...].offset(of: end) ?? bytes.endIndex
    return bytes[start..<position]
  }
}
