/// What is a word among letters and digits, beyond ICU's rules, in search form.
///
/// - A possessive `'s` is no word, and no part of the word before it (OpenAI's, 2020's).
/// - Words part at `:` and `@`, which ICU's releases treat differently; a lone `@` is a symbol.
enum LetterRules {
  /// Notes the parts of a word of letters or digits.
  static func part(
    _ index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    let token = tokens[index]
    guard hasJoint(token.range, utf8) else { return }
    edits.replace(index..<index + 1)
    addParts(of: token.range, token.kind, utf8, &edits)
  }

  /// Notes a possessive: at the end of a word of letters, or parted from a digit, a symbol or Han.
  static func cutPossessive(
    at index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    let (start, end) = (Int(tokens[index].start), Int(tokens[index].end))
    if isPossessive(index, tokens, utf8) {
      edits.replace(index - 1..<index + 1)
      edits.add(start - 1..<end, .other)
    } else if isPossessiveEnd(tokens[index], utf8) {
      edits.replace(index..<index + 1)
      edits.add(start..<end - 2, tokens[index].kind)
      edits.add(end - 2..<end, .other)
    }
  }

  /// Whether a word ends in a possessive, or may be the `s` of one.
  @inline(__always)
  static func mayBePossessive(_ token: Token, _ utf8: Span<UInt8>) -> Bool {
    utf8[Int(token.end) - 1] == UInt8(ascii: "s")
  }

  /// Whether a token is the `s` of an `'s` that ICU parts: after a digit, a symbol or Han.
  private static func isPossessive(
    _ index: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>
  ) -> Bool {
    let range = tokens[index].range
    return range.count == 1 && utf8[range.lowerBound] == UInt8(ascii: "s")
      && index > tokens.startIndex && tokens[index - 1].range.count == 1
      && utf8[range.lowerBound - 1] == UInt8(ascii: "'")
  }

  private static func isPossessiveEnd(_ token: Token, _ utf8: Span<UInt8>) -> Bool {
    token.range.count > 2 && utf8[Int(token.end) - 2] == UInt8(ascii: "'")
      && utf8[Int(token.end) - 1] == UInt8(ascii: "s")
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
}
