/// A speaker's name before the words of a line: `主席：`, `Audrey Tang: `, `[SPEAKER_00]: `.
struct SpeakerPrefix {
  /// The longest name, in characters.
  static let longestName = 20

  let name: ArraySlice<UInt8>
  /// Where the words start.
  let end: Int

  /// Finds 1–20 characters before `：` or before `:` and a space.
  init?(_ line: ArraySlice<UInt8>) {
    // A character is at most four bytes.
    let head = line.prefix(Self.longestName * 4 + 4)
    guard let colon = Self.colon(in: head) else { return nil }
    let name = Self.unbracketed(line[..<colon.lowerBound].trimmed)
    guard !name.isEmpty, name.count(where: { $0 & 0xC0 != 0x80 }) <= Self.longestName else {
      return nil
    }
    self.name = name
    var end = colon.upperBound
    while end < line.endIndex, line[end] == 0x20 { end += 1 }
    self.end = end
  }

  private static func colon(in head: ArraySlice<UInt8>) -> Range<Int>? {
    let place = head.indices.first { index in
      head[index] == UInt8(ascii: ":") || head.isWideColon(at: index)
    }
    guard let index = place else { return nil }
    if head[index] == 0xEF { return index..<index + 3 }
    let next = index + 1
    return next == head.endIndex || head[next] == 0x20 ? index..<next : nil
  }

  private static func unbracketed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") else { return name }
    return name.dropFirst().dropLast()
  }
}
