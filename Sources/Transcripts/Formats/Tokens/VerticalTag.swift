/// A structure of vertical text: `<doc title="…">`, `</s>`, `<g/>` on a line of its own.
struct VerticalTag {
  let name: String
  let isEnd: Bool
  private let attributes: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    let line = line.trimmed
    guard line.count >= 3, line.first == UInt8(ascii: "<"), line.last == UInt8(ascii: ">") else {
      return nil
    }
    var content = line.dropFirst().dropLast()
    isEnd = content.first == UInt8(ascii: "/")
    if isEnd { content = content.dropFirst() }
    let name = content.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    guard let first = name.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else { return nil }
    self.name = name.string.lowercased()
    attributes = content[name.endIndex...]
  }

  /// The value of an attribute.
  subscript(_ key: String) -> String? {
    var rest = attributes
    while let sign = rest.offset(of: UInt8(ascii: "=")) {
      let name = rest[..<sign].trimmed.string
      let value = rest[(sign + 1)...].trimmed
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = value.dropFirst().offset(of: quote)
      else { return nil }
      if name == key {
        let text = CharacterReference.replaced(
          in: value[(value.startIndex + 1)..<close], needsSemicolon: true)
        return String(decoding: text, as: UTF8.self)
      }
      rest = value[(close + 1)...]
    }
    return nil
  }
}
