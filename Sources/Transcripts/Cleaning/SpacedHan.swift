/// Texts with a space after each Han character, as recognisers, PDF and corpora of speech write them: 数 据 中 心.
enum SpacedHan {
  /// So much of a file tells.
  private static let sampleLength = 8 << 10
  private static let fewest = 8

  /// Whether nineteen in twenty Han characters that are followed by another one have a space between.
  ///
  /// - Complexity: O(1).
  static func isIn(_ text: [UInt8]) -> Bool {
    var (spaced, joined) = (0, 0)
    text.withUnsafeBufferPointer { text in
      let end = min(text.count, sampleLength) - 5
      var place = 0
      while place < end {
        guard isHan(text[place]) else {
          place += 1
          continue
        }
        place += 3
        if isHan(text[place]) { joined += 1 }
        if text[place] == 0x20, isHan(text[place + 1]) { spaced += 1 }
      }
    }
    return spaced >= fewest && joined * 19 <= spaced
  }

  /// The text without the spaces between Han characters, and between single letters or digits: `A I` is AI.
  ///
  /// - Complexity: O(n).
  static func joined(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let parts = text.split { $0 == 0x20 }
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    for (part, next) in zip(parts, parts.dropFirst() + [[]]) {
      joined += part
      let areHan = part.suffix(3).first.map(isHan) ?? false && next.first.map(isHan) ?? false
      let areSingle = part.count == 1 && next.count == 1 && isLetter(part) && isLetter(next)
      if !next.isEmpty, !areHan, !areSingle { joined.append(0x20) }
    }
    return joined
  }

  /// Whether a byte begins a character of three bytes that is Han, or punctuation that goes with it.
  private static func isHan(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) || byte == 0xEF }

  private static func isLetter(_ part: ArraySlice<UInt8>) -> Bool {
    part.first.map { ClockStamp.isDigit($0) || (0x61...0x7A).contains($0 | 0x20) } ?? false
  }
}
