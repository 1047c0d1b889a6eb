import TestSupport

@testable import WordSegmentation

/// The plain twin of `SearchFormSegmenter`: the rules of words as they are written down, over strings.
struct NaiveWordRules {
  struct Piece: Equatable, CustomStringConvertible {
    var text: String
    var kind: WordKind

    var description: String { "\(text)(\(kind))" }
  }

  /// The words of an engine.
  let cut: (String) throws -> [Piece]
  /// Words that part after a numeral; none without a lexicon.
  let measureWords: Set<String>
  /// Words that end in erhua; none without a lexicon.
  let erhuaWords: Set<String>
  let names: [String]

  func segment(_ text: String) throws -> [Piece] {
    let parts = try replaced(try cut(text)) { rest, before in
      try parted(rest, after: before) ?? withoutErhua(rest[0]) ?? (1, split(rest[0]))
    }
    let words = replaced(parts) { rest, _ in possessive(rest) ?? (1, [rest[0]]) }
    return replaced(words) { rest, before in name(rest, after: before) ?? (1, [rest[0]]) }
  }

  /// Puts others in the place of pieces, from left to right.
  ///
  /// - Parameter replace: given what is left and all before it, how many pieces go, and what comes for them.
  private func replaced(
    _ pieces: [Piece], _ replace: ([Piece], [Piece]) throws -> (Int, [Piece])
  ) rethrows -> [Piece] {
    var (result, index): ([Piece], Int) = ([], 0)
    while index < pieces.count {
      let (count, new) = try replace(Array(pieces[index...]), Array(pieces[..<index]))
      result += new
      index += count
    }
    return result
  }

  /// Two pieces of a listed word after a numeral, and what follows cut anew.
  private func parted(
    _ pieces: [Piece], after before: [Piece]
  ) throws -> (Int, [Piece])? {
    guard pieces[0].kind == .han, measureWords.contains(pieces[0].text), endsWithNumeral(before)
    else { return nil }
    let han = pieces.dropFirst().prefix(3).prefix { $0.kind == .han }
    let word = pieces[0].text
    let rest = String(word.dropFirst()) + han.map(\.text).joined()
    return (1 + han.count, [Piece(text: String(word.first!), kind: .han)] + (try segment(rest)))
  }

  private func withoutErhua(_ piece: Piece) -> (Int, [Piece])? {
    guard piece.kind == .han, erhuaWords.contains(piece.text) else { return nil }
    return (1, [String(piece.text.dropLast()), "儿"].map { Piece(text: $0, kind: .han) })
  }

  private func endsWithNumeral(_ pieces: [Piece]) -> Bool {
    guard let last = pieces.last else { return false }
    if last.kind == .number { return true }
    guard last.kind == .han else { return false }
    if ["多", "余", "来"].contains(last.text) { return endsWithNumeral(pieces.dropLast()) }
    return last.text != "万一"
      && last.text.wholeMatch(of: /[第上好数近约成]?[〇零一二三四五六七八九十百千万亿两几]+/) != nil
  }

  /// Pieces that are one name.
  private func name(_ pieces: [Piece], after before: [Piece]) -> (Int, [Piece])? {
    for count in 1..<max(2, min(pieces.count + 1, 6)) {
      let some = pieces.prefix(count)
      guard !some.contains(where: { $0.kind == .user }) else { return nil }
      let (name, next) = (some.map(\.text).joined(), pieces.dropFirst(count).first?.text ?? "")
      guard
        isInitials(name, some, next)
          || names.contains(name) && isOpen(name, before.last) && hasSymbol(some)
      else { continue }
      return (count, [Piece(text: name, kind: .name)])
    }
    return nil
  }

  private func hasSymbol(_ pieces: ArraySlice<Piece>) -> Bool {
    pieces.contains {
      $0.kind == .symbol && [".", "+", "#"].contains($0.text.unicodeScalars.first)
    }
  }

  private func isInitials(_ name: String, _ pieces: ArraySlice<Piece>, _ next: String) -> Bool {
    pieces.count == 2 && pieces[0].kind == .letters && pieces[1].text == "."
      && next.utf8.first != UInt8(ascii: ".")
      && name.wholeMatch(of: /[a-z](\.[a-z])+\./) != nil
  }

  private func isOpen(_ name: String, _ before: Piece?) -> Bool {
    guard ".+#".contains(name.first!), let before else { return true }
    let isWord = before.kind.isWord && before.kind != .han && before.kind != .kana
    return !isWord && before.text.utf8.last != name.utf8.first
  }

  /// A possessive at the end of a word, or parted from a digit, a symbol or Han.
  private func possessive(_ pieces: [Piece]) -> (Int, [Piece])? {
    let cut = Piece(text: "'s", kind: .other)
    if pieces.prefix(2).map(\.text) == ["'", "s"] { return (2, [cut]) }
    let (text, kind) = (pieces[0].text, pieces[0].kind)
    guard kind == .letters, text.utf8.count > 2, text.utf8.suffix(2).elementsEqual("'s".utf8) else {
      return nil
    }
    return (
      1, [Piece(text: String(decoding: text.utf8.dropLast(2), as: UTF8.self), kind: kind), cut]
    )
  }

  /// A word of letters, parted at colons and at signs.
  private func split(_ piece: Piece) -> [Piece] {
    let (word, kind) = (piece.text, piece.kind)
    guard [.letters, .number, .hangul].contains(kind), word.utf8.contains(where: ":@".utf8.contains)
    else { return [piece] }
    return word.matches(of: /[:@]|[^:@]+/.matchingSemantics(.unicodeScalar))
      .flatMap { trimmed(String($0.output), kind) }
  }

  /// A part without the marks at its ends, and these.
  private func trimmed(_ part: String, _ kind: WordKind) -> [Piece] {
    let match = part.firstMatch(of: /^([:@.']*)(.*?)([.']*)$/.matchingSemantics(.unicodeScalar))!
    let (before, word, after) = (match.output.1, String(match.output.2), match.output.3)
    let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let marks = [before, after].map { $0.map { Piece(text: String($0), kind: .symbol) } }
    return marks[0] + (word.isEmpty ? [] : [Piece(text: word, kind: isNumber ? .number : kind)])
      + marks[1]
  }
}
