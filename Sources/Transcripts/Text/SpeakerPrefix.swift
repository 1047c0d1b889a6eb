/// A speaker's name before the words of a line: `主席：`, `Audrey Tang: `, `[SPEAKER_00]: `, `(speaker 1) `.
package struct SpeakerPrefix {
  /// The longest name, in characters.
  static let longestName = 20

  package let name: ArraySlice<UInt8>
  /// Where the words start.
  package let end: Int

  /// Finds 1–20 characters before `：` or before `:` and a space, or a label of diarisation in brackets.
  package init?(_ line: ArraySlice<UInt8>) {
    // A character is at most four bytes.
    let head = line.prefix(Self.longestName * 4 + 4)
    if let label = Self.bracketedLabel(head) {
      (name, end) = label
      return
    }
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

  /// Letters and a number in brackets, and a space behind them; the label may stand there once more, with a colon.
  private static func bracketedLabel(_ head: ArraySlice<UInt8>) -> (
    name: ArraySlice<UInt8>, end: Int
  )? {
    guard let close = closing[head.first ?? 0],
      let end = head.prefix(longestName * 3).firstIndex(of: close),
      head[(end + 1)...].first == 0x20
    else { return nil }
    let label = head[..<end].dropFirst().trimmed
    guard let first = label.first, let last = label.last, ClockStamp.isDigit(last),
      first >= 0x80 || 0x41...0x5A ~= first & 0xDF, !label.contains(UInt8(ascii: ":"))
    else { return nil }
    let words = head[(end + 1)...].trimmed
    let isTwice = words.starts(with: label) && words.dropFirst(label.count).first == 0x3A
    return (
      label, isTwice ? words.dropFirst(label.count + 1).trimmed.startIndex : words.startIndex
    )
  }

  /// Brackets and what closes them.
  private static let closing: [UInt8: UInt8] = [0x28: 0x29, 0x5B: 0x5D]

  private static func unbracketed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") else { return name }
    return name.dropFirst().dropLast()
  }
}
