/// Takes SAMI apart into text and tags, as browsers do with HTML.
///
/// - Complexity: O(n) for the whole text.
struct SAMIScanner {
  enum Token {
    case text(ArraySlice<UInt8>)
    case tag(SAMITag)
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Whether a comment without an end was met, behind which none ends either.
  private var hasOpenComment = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func next() -> Token? {
    while position < bytes.endIndex {
      let start = position
      guard bytes[start] == UInt8(ascii: "<") else {
        position = bytes[start...].offset(of: UInt8(ascii: "<")) ?? bytes.endIndex
        return .text(bytes[start..<position])
      }
      if skipComment() { continue }
      guard isTag(at: start), let close = bytes[start...].offset(of: UInt8(ascii: ">")) else {
        let rest = bytes[(start + 1)...]
        position =
          isTag(at: start) ? bytes.endIndex : rest.offset(of: UInt8(ascii: "<")) ?? bytes.endIndex
        return .text(bytes[start..<position])
      }
      position = close + 1
      return .tag(SAMITag(bytes[(start + 1)..<close]))
    }
    return nil
  }

  /// Whether a name or a slash stands behind `<`.
  private func isTag(at start: Int) -> Bool {
    guard start + 1 < bytes.endIndex else { return false }
    let next = bytes[start + 1]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || 0x41...0x5A ~= next || 0x61...0x7A ~= next
  }

  /// Passes over the comment that begins here, if it has an end.
  private mutating func skipComment() -> Bool {
    guard !hasOpenComment, bytes[position...].starts(with: "<!--".utf8) else { return false }
    var rest = bytes[(position + 4)...]
    while let close = rest.offset(of: UInt8(ascii: ">")) {
      if close >= position + 6, bytes[close - 1] == 0x2D, bytes[close - 2] == 0x2D {
        position = close + 1
        return true
      }
      rest = bytes[(close + 1)...]
    }
    hasOpenComment = true
    return false
  }
}

/// A tag of SAMI.
struct SAMITag {
  let isEnd: Bool
  /// As it is written.
  let name: ArraySlice<UInt8>
  private let attributes: ArraySlice<UInt8>

  init(_ content: ArraySlice<UInt8>) {
    isEnd = content.first == UInt8(ascii: "/")
    let content = isEnd ? content.dropFirst() : content
    name = content.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    attributes = content[name.endIndex...]
  }

  /// The value of an attribute, with or without quotation marks; its name is in any case.
  subscript(_ wanted: StaticString) -> ArraySlice<UInt8>? {
    var rest = attributes
    while let equals = rest.offset(of: UInt8(ascii: "=")) {
      let before = rest[..<equals].trimmed
      let start = before.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? before.startIndex
      let value: ArraySlice<UInt8>
      (value, rest) = Self.value(rest[(equals + 1)...])
      if before[start...].isCaselessly(wanted) { return value }
    }
    return nil
  }

  private static func value(
    _ bytes: ArraySlice<UInt8>
  ) -> (value: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let bytes = bytes.drop { $0 <= 0x20 }
    if let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let inside = bytes.dropFirst()
      let end = inside.offset(of: quote) ?? inside.endIndex
      return (inside[..<end], inside[end...].dropFirst())
    }
    let value = bytes.prefix { $0 > 0x20 }
    return (value, bytes[value.endIndex...])
  }
}
