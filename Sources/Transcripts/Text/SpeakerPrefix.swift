/// A speaker's name before the words of a line: `主席：`, `Audrey Tang: `, `[SPEAKER_00]: `.
struct SpeakerPrefix {
  /// The longest name, in characters.
  static let longestName = 20

  let name: String
  /// Where the words start.
  let end: Int

  /// Finds 1–20 characters before `：` or before `:` and a space.
  init?(_ line: ArraySlice<UInt8>) {
    // A character is at most four bytes.
    let head = line.prefix(Self.longestName * 4 + 4)
    guard let colon = Self.colon(in: head) else { return nil }
    let name = Self.unbracketed(line[..<colon.lowerBound].trimmed)
    guard !name.isEmpty, name.unicodeScalars.count <= Self.longestName else { return nil }
    self.name = name
    var end = colon.upperBound
    while end < line.endIndex, line[end] == 0x20 { end += 1 }
    self.end = end
  }

  private static func colon(in head: ArraySlice<UInt8>) -> Range<Int>? {
    let place = head.withUnsafeBytes { bytes in
      bytes.indices.first { index in
        bytes[index] == UInt8(ascii: ":")
          || bytes[index] == 0xEF && bytes[index...].starts(with: "：".utf8)
      }
    }
    guard let place else { return nil }
    let index = head.startIndex + place
    if head[index] == 0xEF { return index..<index + 3 }
    let next = index + 1
    return next == head.endIndex || head[next] == 0x20 ? index..<next : nil
  }

  private static func unbracketed(_ name: ArraySlice<UInt8>) -> String {
    guard name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") else {
      return name.string
    }
    return name.dropFirst().dropLast().string
  }
}
