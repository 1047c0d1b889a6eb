/// Finds tags and override blocks in a text.
///
/// - Complexity: O(n) for all of a text together, whatever it holds.
struct TagScanner {
  struct Tag {
    /// In lower case.
    let name: String
    let isEnd: Bool
    /// What stands between the name and `>`.
    let attributes: ArraySlice<UInt8>
    /// Where the tag ends.
    let end: Int

    /// The name in `<v Name>` or `<v.class Name>`.
    var speaker: String? {
      guard !isEnd, let space = attributes.firstIndex(where: { $0 <= 0x20 }) else { return nil }
      let name = attributes[space...].trimmed.string
      return name.isEmpty ? nil : name
    }
  }

  private let text: ArraySlice<UInt8>
  private var nextAngle: Int
  private var nextBrace: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    (nextAngle, nextBrace) = (text.startIndex, text.startIndex)
  }

  /// The tag at a place, if its name is one of these.
  mutating func tag(at start: Int, named names: Set<String>) -> Tag? {
    guard text[start] == UInt8(ascii: "<") else { return nil }
    var nameStart = start + 1
    let isEnd = nameStart < text.endIndex && text[nameStart] == UInt8(ascii: "/")
    if isEnd { nameStart += 1 }
    guard nameStart < text.endIndex else { return nil }
    let head = text[nameStart...].prefix(8)
    let bytes = head.prefix { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
    let name = bytes.string.lowercased()
    guard names.contains(name), isBoundary(bytes.endIndex) else { return nil }
    guard let close = Self.next(UInt8(ascii: ">"), in: text, from: start, &nextAngle) else {
      return nil
    }
    return Tag(
      name: name, isEnd: isEnd, attributes: text[bytes.endIndex..<close], end: close + 1)
  }

  /// Whether a name can end at a place.
  private func isBoundary(_ place: Int) -> Bool {
    guard place < text.endIndex else { return false }
    let byte = text[place]
    return byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: ".")
  }

  /// Where the override block `{\…}` that begins at a place ends.
  mutating func overrideBlock(at start: Int) -> Int? {
    guard start + 1 < text.endIndex, text[start + 1] == UInt8(ascii: "\\") else { return nil }
    return Self.next(UInt8(ascii: "}"), in: text, from: start, &nextBrace).map { $0 + 1 }
  }

  /// The next such byte, looked for only where it is not known.
  private static func next(
    _ byte: UInt8, in text: ArraySlice<UInt8>, from start: Int, _ known: inout Int
  ) -> Int? {
    if known < start || known == text.startIndex {
      known = text[start...].offset(of: byte) ?? text.endIndex
    }
    return known < text.endIndex ? known : nil
  }
}
