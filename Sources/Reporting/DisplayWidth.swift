import ICUSupport

/// Widths of text in the cells of a terminal: Han takes two.
public enum DisplayWidth {
  /// The number of cells that a text takes on one line.
  public static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text cut to a number of cells, the last of them `…` where something is left out.
  public static func cut(_ text: String, to cells: Int) -> String {
    of(text) > cells ? prefix(of: text, fitting: cells - 1) + "…" : text
  }

  /// The longest beginning of a text that fits a number of cells; no character is cut.
  public static func prefix(of text: String, fitting cells: Int) -> Substring {
    var left = cells
    return text.prefix { character in
      left -= width(of: character)
      return left >= 0
    }
  }

  /// The longest end of a text that fits a number of cells; no character is cut.
  public static func suffix(of text: String, fitting cells: Int) -> Substring {
    var (left, start) = (cells, text.endIndex)
    while start > text.startIndex {
      let previous = text.index(before: start)
      left -= width(of: text[previous])
      if left < 0 { break }
      start = previous
    }
    return text[start...]
  }

  /// The text in lines of at most so many cells, broken at spaces and beside wide characters; elsewhere only
  /// where a word is longer than a line. Each text has one line at least.
  ///
  /// - Parameter cells: at least 2.
  /// - Complexity: O(n).
  public static func wrapped(_ text: String, to cells: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var (width, lastBreak) = (0, 0)
    for character in text {
      let next = Self.width(of: character)
      if let last = line.last, mayBreak(between: last, and: character) { lastBreak = line.count }
      while width + next > cells, !line.isEmpty {
        let end = character == " " || lastBreak == 0 ? line.count : lastBreak
        lines.append(String(line[..<end].prefix(upTo: lineEnd(line[..<end]))))
        line = Array(line[end...])
        (width, lastBreak) = (line.reduce(0) { $0 + Self.width(of: $1) }, 0)
      }
      guard character != " " || !line.isEmpty || lines.isEmpty else { continue }
      line.append(character)
      width += next
    }
    let rest = String(line[..<lineEnd(line[...])])
    return lines.isEmpty || !rest.isEmpty ? lines + [rest] : lines
  }

  /// Where a line ends without the spaces at its end.
  private static func lineEnd(_ line: ArraySlice<Character>) -> Int {
    line.lastIndex { $0 != " " }.map { $0 + 1 } ?? line.startIndex
  }

  private static let closing = Set("，。！？、；：）》】」』〉…”’,.!?;:)]}%")
  private static let opening = Set("（《【「『〈“‘([{")

  /// Whether a line may end between two characters.
  private static func mayBreak(between first: Character, and second: Character) -> Bool {
    if second == " " || closing.contains(second) || opening.contains(first) { return false }
    return first == " " || width(of: first) == 2 || width(of: second) == 2
  }

  /// A character is as wide as its widest code point; emoji presentation makes it two.
  private static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      width = max(
        width, scalar.value == 0xFE0F ? 2 : CharacterProperties.cellWidth(of: scalar.value))
    }
    return width
  }
}
