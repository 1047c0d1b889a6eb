/// Names that have symbols at their ends, each a word: initials with their last point (U.S.), and those of
/// `symbol-names.txt` (C++, .NET), in search form.
struct NameRules {
  private let names: [[UInt8]]

  init() {
    names = WordData.words(PackageResources.symbol_names_txt).map { Array($0.utf8) }
  }

  /// Notes a name that a symbol begins, or that it is the first symbol of.
  func look(
    at index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    guard let name = Self.initials(index, tokens, utf8) ?? name(index, tokens, utf8),
      name.lowerBound >= edits.end
    else { return }
    edits.replace(name)
    edits.add(Int(tokens[name.lowerBound].start)..<Int(tokens[name.upperBound - 1].end), .name)
  }

  /// The tokens of initials whose last point a symbol is: `u.s` and `.`.
  private static func initials(
    _ index: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Range<Int>? {
    let symbol = tokens[index]
    guard index > tokens.startIndex, symbol.range.count == 1,
      utf8[Int(symbol.start)] == UInt8(ascii: "."),
      !has(UInt8(ascii: "."), at: Int(symbol.end), utf8)
    else { return nil }
    let word = tokens[index - 1].range
    guard tokens[index - 1].kind == .letters, word.count >= 3, word.count % 2 == 1,
      word.allSatisfy({ isInitials(utf8[$0], at: $0 - word.lowerBound) })
    else {
      return nil
    }
    return index - 1..<index + 1
  }

  private static func isInitials(_ byte: UInt8, at place: Int) -> Bool {
    place % 2 == 0 ? byte &- UInt8(ascii: "a") < 26 : byte == UInt8(ascii: ".")
  }

  /// The tokens of a listed name that a symbol begins, or that it is the first symbol of.
  private func name(
    _ index: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Range<Int>? {
    for name in names {
      let first = name.first == utf8[Int(tokens[index].start)] ? index : index - 1
      guard first >= tokens.startIndex,
        let end = Self.end(of: name, from: first, tokens, utf8), end > index,
        Self.isOpen(before: first, name, tokens, utf8)
      else { continue }
      return first..<end
    }
    return nil
  }

  /// The end of the tokens that spell a name.
  private static func end(
    of name: [UInt8], from first: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Int? {
    let start = Int(tokens[first].start)
    guard start + name.count <= utf8.count,
      name.indices.allSatisfy({ name[$0] == utf8[start + $0] })
    else { return nil }
    var index = first
    while index < tokens.endIndex, tokens[index].kind != .user {
      index += 1
      let end = Int(tokens[index - 1].end)
      if end >= start + name.count { return end == start + name.count ? index : nil }
    }
    return nil
  }

  /// Whether a name may begin at a token: one that begins with a symbol not after a word or that symbol.
  private static func isOpen(
    before index: Int, _ name: [UInt8], _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Bool {
    guard index > tokens.startIndex, isSymbol(name[0]) else { return true }
    let before = tokens[index - 1]
    let isWord = before.kind.isWord && before.kind != .han && before.kind != .kana
    return !isWord && utf8[Int(before.end) - 1] != name[0]
  }

  /// Whether a symbol may be part of a name: `+`, `#`, `.`.
  @inline(__always)
  static func isInNames(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
  }

  private static func isSymbol(_ byte: UInt8) -> Bool { byte < UInt8(ascii: "0") }

  private static func has(_ byte: UInt8, at position: Int, _ utf8: Span<UInt8>) -> Bool {
    position < utf8.count && utf8[position] == byte
  }
}
