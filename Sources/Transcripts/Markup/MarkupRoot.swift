/// The first element of a document of XML or HTML, which tells its format.
struct MarkupRoot {
  /// The local name, in lower case.
  let name: String
  /// All between the name and `>`.
  let attributes: String
  /// Whether the document is declared to be HTML, or begins as such.
  let isHTML: Bool

  /// Finds the first element after declarations, comments and instructions; `nil` where the text is no
  /// markup.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes.trimmed
    var isDeclared = false
    while rest.first == UInt8(ascii: "<"), let mark = rest.dropFirst().first,
      mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!")
    {
      isDeclared = isDeclared || Self.declaresHTML(rest)
      guard let end = Self.end(of: rest) else { return nil }
      rest = rest[end...].trimmed
    }
    guard rest.first == UInt8(ascii: "<"), let close = rest.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let tag = rest[(rest.startIndex + 1)..<close]
    let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    guard let first = name.first, first >= 0x80 || UInt8(ascii: "A")...UInt8(ascii: "z") ~= first
    else { return nil }
    let local = name.split(separator: UInt8(ascii: ":")).last ?? name
    self.name = local.string.lowercased()
    attributes = tag[name.endIndex...].string
    isHTML = isDeclared || Self.htmlNames.contains(self.name)
  }

  private static let htmlNames: Set<String> = [
    "html", "head", "body", "main", "article", "section", "div", "p", "cite", "time", "h1", "h2",
    "ul", "ol", "table", "span", "meta", "title",
  ]

  private static func declaresHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(14).string.lowercased() == "<!doctype html"
  }

  /// Where a declaration, comment or instruction ends.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    let close: [UInt8] = Array(
      (bytes.starts(with: "<!--".utf8) ? "-->" : bytes.starts(with: "<?".utf8) ? "?>" : ">").utf8)
    // Declarations of DTDs stand in brackets.
    var depth = 0
    for index in bytes.indices {
      if close.count == 1, bytes[index] == UInt8(ascii: "[") { depth += 1 }
      if close.count == 1, bytes[index] == UInt8(ascii: "]") { depth -= 1 }
      if depth <= 0, bytes[index] == close[0], bytes[index...].starts(with: close) {
        return index + close.count
      }
    }
    return nil
  }
}
