import ICUSupport

/// Widths of text in the cells of a terminal: Han takes two.
public enum DisplayWidth {
  /// The number of cells that a text takes on one line.
  public static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text cut to a number of cells, the last of them `…` where something is left out.
  public static func cut(_ text: String, to cells: Int) -> String {
    guard of(text) > cells else { return text }
    var result = ""
    var width = 0
    for character in text {
      let next = Self.width(of: character)
      if width + next > cells - 1 { break }
      result.append(character)
      width += next
    }
    return result + "…"
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
