import ICUSupport

/// The syntax of a line of a user dictionary, taken apart; `UserDictionary` describes it.
struct UserDictionaryLine {
  typealias Action = UserDictionary.Entry.Action
  private typealias Scalars = Substring.UnicodeScalarView

  let action: Action
  let term: String
  let weight: Double?
  let tag: String

  /// - Parameter utf8: the line without its LF.
  /// - Returns: nil for a blank line or a comment.
  init?(_ utf8: ArraySlice<UInt8>) throws(UserDictionaryError.Code) {
    guard let text = String(validating: utf8, as: UTF8.self) else { throw .brokenUTF8 }
    // Tabs stay: a line with one is not jieba's, even if the tab is its last character.
    let line = Self.trimmed(text.unicodeScalars[...]) { $0 != "\t" }
    if Self.isComment(line) || Self.trimmed(line).isEmpty { return nil }
    let columns = try Self.columns(line)
    (action, term) = try Self.term(columns[0])
    weight = try columns.count > 1 ? Self.weight(columns[1], of: action) : nil
    tag = try columns.count > 2 ? Self.checked(columns[2]) : ""
  }

  private static func isComment(_ line: Scalars) -> Bool {
    line.first == "#" && (line.count == 1 || line.dropFirst().first == " ")
  }

  // MARK: Columns

  private static let mostColumns = 3

  /// One to three columns, the white space around them taken off.
  private static func columns(_ line: Scalars) throws(UserDictionaryError.Code) -> [Scalars] {
    guard line.contains("\t") else { return jiebaColumns(line) ?? [line] }
    let columns = line.split(
      separator: "\t", maxSplits: mostColumns, omittingEmptySubsequences: false)
    guard columns.count <= mostColumns else { throw .columns(limit: mostColumns) }
    return columns.map { trimmed($0) }
  }

  /// The columns of a line that matches `^\S+ [0-9]+( [a-z]+)?$`.
  private static func jiebaColumns(_ line: Scalars) -> [Scalars]? {
    let columns = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard (2...3).contains(columns.count), columns.allSatisfy({ !$0.isEmpty }),
      !columns[0].contains(where: { CharacterProperties.isWhiteSpace($0.value) }),
      columns[1].allSatisfy({ ("0"..."9").contains($0) }),
      columns.dropFirst(2).joined().allSatisfy({ ("a"..."z").contains($0) })
    else { return nil }
    return columns
  }

  // MARK: What stands in a column

  private static func term(
    _ column: Scalars
  ) throws(UserDictionaryError.Code) -> (action: Action, term: String) {
    let (action, rest) = mark(column)
    let term = try checked(trimmed(rest))
    guard !term.isEmpty else { throw .emptyTerm }
    return (action, term)
  }

  /// Takes the mark or the backslash off; what follows it is literal.
  private static func mark(_ column: Scalars) -> (action: Action, rest: Scalars) {
    let rest = column.dropFirst()
    switch column.first {
    case "-": return (.remove, rest)
    case "!": return (.force, rest)
    case "\\" where ["-", "!", "#"].contains(rest.first): return (.add, rest)
    default: return (.add, column)
    }
  }

  private static func weight(
    _ column: Scalars, of action: Action
  ) throws(UserDictionaryError.Code) -> Double? {
    if column.isEmpty { return nil }
    guard action != .remove else { throw .weightOfRemoval }
    // Without this, `Double` takes hexadecimal digits and `nan` too.
    guard column.allSatisfy({ ("0"..."9").contains($0) || ".eE+-".unicodeScalars.contains($0) }),
      let weight = Double(Substring(column)), weight > 0, weight.isFinite
    else { throw .badWeight }
    return weight
  }

  /// A column as a string, if no character of it ends or spoils a line.
  private static func checked(_ column: Scalars) throws(UserDictionaryError.Code) -> String {
    let control = column.first { scalar in
      scalar.value < 0x20 || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
    if let control { throw .control(control) }
    return String(column)
  }

  // MARK: White space

  /// Takes white space and byte order marks off both ends, as far as the condition allows.
  private static func trimmed(
    _ text: Scalars, where condition: (Unicode.Scalar) -> Bool = { _ in true }
  ) -> Scalars {
    func isText(_ scalar: Unicode.Scalar) -> Bool {
      let isSpace = scalar == "\u{FEFF}" || CharacterProperties.isWhiteSpace(scalar.value)
      return !(isSpace && condition(scalar))
    }
    guard let first = text.firstIndex(where: isText), let last = text.lastIndex(where: isText)
    else { return text[text.endIndex...] }
    return text[first...last]
  }
}
