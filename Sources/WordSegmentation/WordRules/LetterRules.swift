/// What makes a word of letters and symbols, beyond ICU's rules, in search form.
///
/// - A possessive `'s` is no part of the word before it (OpenAI's).
/// - Words part at `:` and `@`, which ICU's releases treat differently; a lone `@` is a symbol.
/// - Initials keep their last point (U.S.), and the names of `symbol-names.txt` their symbols (C++).
struct LetterRules {
  /// Names by the symbol that ICU parts from their letters.
  private let names: [[UInt8]]

  init() {
    names = WordData.words(PackageResources.symbol_names_txt).map { Array($0.utf8) }
  }

  /// Notes what changes at a token of letters.
  func look(
    atLetters index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>,
    _ edits: inout WordEdits
  ) {
    let token = tokens[index]
    let range = Self.stem(of: token.range, utf8)
    guard range.count < token.range.count || Self.hasJoint(range, utf8) else { return }
    edits.replace(index..<index + 1)
    Self.addParts(of: range, token.kind, utf8, &edits)
    if range.upperBound < Int(token.end) { edits.add(range.upperBound..<Int(token.end), .other) }
  }

  /// Notes what changes at a symbol: names that it is part of.
  func look(
    atSymbol index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>,
    _ edits: inout WordEdits
  ) {
    guard let name = initials(index, tokens, utf8) ?? name(index, tokens, utf8),
      name.lowerBound >= edits.end
    else { return }
    let start = Int(tokens[name.lowerBound].start)
    let last = tokens[name.upperBound - 1]
    let end = Self.stem(of: last.range, utf8).upperBound
    let possessive = Self.possessive(after: name, end, tokens, utf8)
    edits.replace(name.lowerBound..<possessive.tokens)
    edits.add(start..<end, .letters)
    if possessive.end > end { edits.add(end..<possessive.end, .other) }
  }

  /// Where a possessive after a name ends, and the tokens of it: `'s`, which ICU parts after a symbol.
  private static func possessive(
    after name: Range<Int>, _ end: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> (end: Int, tokens: Int) {
    let (last, next) = (Int(tokens[name.upperBound - 1].end), name.upperBound + 1)
    guard last == end, next < tokens.endIndex, Int(tokens[next].end) == end + 2,
      stem(of: end - 1..<end + 2, utf8).upperBound == end
    else { return (last, name.upperBound) }
    return (end + 2, next + 1)
  }

  // MARK: - Words

  /// A word of letters without a possessive at its end.
  private static func stem(of word: Range<Int>, _ utf8: Span<UInt8>) -> Range<Int> {
    let end = word.upperBound - 2
    guard end > word.lowerBound, utf8[end] == UInt8(ascii: "'"), utf8[end + 1] == UInt8(ascii: "s")
    else {
      return word
    }
    return word.lowerBound..<end
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":")
  }

  private static func hasJoint(_ word: Range<Int>, _ utf8: Span<UInt8>) -> Bool {
    word.contains { isJoint(utf8[$0]) }
  }

  /// Adds the parts of a word between its joints, and these as symbols.
  private static func addParts(
    of word: Range<Int>, _ kind: WordKind, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    var start = word.lowerBound
    for position in word where isJoint(utf8[position]) {
      add(start..<position, kind, utf8, &edits)
      edits.add(position..<position + 1, .symbol)
      start = position + 1
    }
    add(start..<word.upperBound, kind, utf8, &edits)
  }

  /// Adds a part, and as symbols what stood between letters and `@` at its ends.
  private static func add(
    _ part: Range<Int>, _ kind: WordKind, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    var (start, end) = (part.lowerBound, part.upperBound)
    while start < end, isMark(utf8[start]) {
      edits.add(start..<start + 1, .symbol)
      start += 1
    }
    while end > start, isMark(utf8[end - 1]) { end -= 1 }
    if start < end {
      let isNumber = (start..<end).allSatisfy { utf8[$0] &- UInt8(ascii: "0") < 10 }
      edits.add(start..<end, isNumber ? .number : kind)
    }
    for mark in end..<part.upperBound { edits.add(mark..<mark + 1, .symbol) }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'")
  }

  // MARK: - Names

  /// The tokens of initials whose last point a symbol is: `u.s` and `.`.
  private func initials(
    _ index: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Range<Int>? {
    let symbol = tokens[index]
    guard index > tokens.startIndex, symbol.range.count == 1,
      utf8[Int(symbol.start)] == UInt8(ascii: "."),
      !Self.has(UInt8(ascii: "."), at: Int(symbol.end), utf8)
    else { return nil }
    let word = tokens[index - 1].range
    guard tokens[index - 1].kind == .letters, word.count >= 3, word.count % 2 == 1,
      word.allSatisfy({ Self.isInitials(utf8[$0], at: $0 - word.lowerBound) })
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
        Self.isOpen(before: first, name, tokens, utf8), Self.isOpen(after: end, name, tokens, utf8)
      else { continue }
      return first..<end
    }
    return nil
  }

  /// The end of the tokens that spell a name, a possessive at its end aside.
  private static func end(
    of name: [UInt8], from first: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Int? {
    let start = Int(tokens[first].start)
    guard start + name.count <= utf8.count,
      name.indices.allSatisfy({ name[$0] == utf8[start + $0] })
    else { return nil }
    var index = first
    while index < tokens.endIndex, tokens[index].kind != .user {
      let end = stem(of: tokens[index].range, utf8).upperBound
      if end >= start + name.count { return end == start + name.count ? index + 1 : nil }
      index += 1
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

  /// Whether a name may end before a token: one that ends with a symbol not before another of it.
  private static func isOpen(
    after index: Int, _ name: [UInt8], _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Bool {
    let last = name[name.count - 1]
    guard index < tokens.endIndex, isSymbol(last) else { return true }
    return !has(last, at: Int(tokens[index].start), utf8)
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
