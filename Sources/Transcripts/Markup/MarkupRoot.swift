/// The first element of a document of XML or HTML, which tells its format.
struct MarkupRoot {
  /// The local name, in lower case.
  let name: String
  /// All between the name and `>`.
  let attributes: String
  /// Whether the document is declared to be HTML, or begins as a whole page does.
  let isHTML: Bool
  /// Whether the element is one that parts of pages begin with.
  var mayBeHTML: Bool { isHTML || Self.partNames.contains(name) }

  /// Finds the first element after declarations, comments and instructions; `nil` where the text is no
  /// markup.
  init?(_ bytes: ArraySlice<UInt8>) {
    let rest = bytes[Self.start(in: bytes)...]
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
    isHTML =
      Self.declaresHTML(bytes[..<rest.startIndex])
      || ["html", "head", "body"].contains(self.name)
  }

  private static let partNames: Set<String> = [
    "main", "article", "section", "div", "p", "cite", "time", "h1", "h2",
    "ul", "ol", "table", "span", "meta", "title",
  ]

  /// Whether what stands before the first element says that the document is HTML.
  private static func declaresHTML(_ prolog: ArraySlice<UInt8>) -> Bool {
    prolog.prefix(1024).string.lowercased().contains("<!doctype html")
  }

  /// Where the first element begins after declarations, comments and instructions, or what stands instead of it.
  ///
  /// - Complexity: O(n).
  static func start(in bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes.trimmed
    while rest.first == UInt8(ascii: "<"), let mark = rest.dropFirst().first,
      mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!"), let end = end(of: rest)
    {
      rest = rest[end...].trimmed
    }
    return rest.startIndex
  }

  /// Where a declaration, comment or instruction ends.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.starts(with: "<!--".utf8) { return bytes.end(of: "-->", from: bytes.startIndex + 4) }
    if bytes.starts(with: "<?".utf8) { return bytes.end(of: "?>", from: bytes.startIndex + 2) }
    return endOfDeclaration(bytes)
  }

  /// Where a document's type ends: declarations of its own stand in brackets, and have quoted values.
  private static func endOfDeclaration(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isInside = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside: return index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let quote = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { return nil }
        index = quote
      case UInt8(ascii: "<") where bytes[index...].starts(with: "<!--".utf8):
        guard let end = bytes.end(of: "-->", from: index + 4) else { return nil }
        index = end - 1
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Where a mark ends that is looked for from a position on.
  fileprivate func end(of mark: StaticString, from start: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    guard start + length <= endIndex else { return nil }
    let mark = UnsafeBufferPointer(start: mark.utf8Start, count: length)
    return (start...(endIndex - length)).first {
      self[$0] == mark[0] && self[$0...].starts(with: mark)
    }
    .map { $0 + length }
  }
}
