import ICUSupport
import UserInput

/// Takes the lines of a gold text one by one and collects the words of its sentences.
///
/// It looks at code points, not characters: a space before a combining mark is a space all the same.
struct GoldTextReader {
  typealias Line = String.UnicodeScalarView
  private typealias Column = Substring.UnicodeScalarView

  /// Columns of a line of CoNLL-U.
  private static let columnCount = 10

  private let isCoNLLU: Bool
  /// The sentences that have ended.
  private(set) var sentences: [[String]] = []
  private var sentence: [String] = []

  init(isCoNLLU: Bool) {
    self.isCoNLLU = isCoNLLU
  }

  /// Whether a line has ten columns and an integer in the first, as only CoNLL-U would.
  static func isWordLine(_ line: Line) -> Bool {
    // Most lines of plain text are told by their first character.
    guard let first = line.first, isDigit(first) else { return false }
    let columns = columns(of: line)
    return columns.count == columnCount && isInteger(columns[0])
  }

  mutating func take(_ line: Line) throws(InputError.GoldTextFault) {
    if isCoNLLU { try takeCoNLLU(line) } else { try takePlain(line) }
  }

  mutating func endSentence() {
    if !sentence.isEmpty { sentences.append(sentence) }
    sentence = []
  }

  // MARK: CoNLL-U

  private mutating func takeCoNLLU(_ line: Line) throws(InputError.GoldTextFault) {
    if line.isEmpty { return endSentence() }
    if line.first == "#" { return }
    let columns = Self.columns(of: line)
    guard columns.count == Self.columnCount else { throw .columns(columns.count) }
    guard try Self.isWord(columns[0]) else { return }
    guard !columns[1].isEmpty else { throw .emptyForm }
    append(columns[1])
  }

  /// Whether an id is a word's own; those of multiword tokens and empty nodes are not.
  private static func isWord(_ id: Column) throws(InputError.GoldTextFault) -> Bool {
    if isInteger(id) { return true }
    let parts = id.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "." }
    guard parts.count == 2, parts.allSatisfy(isInteger) else { throw .badID(String(id)) }
    return false
  }

  private static func columns(of line: Line) -> [Column] {
    line.split(separator: "\t", omittingEmptySubsequences: false)
  }

  private static func isInteger(_ column: Column) -> Bool {
    !column.isEmpty && column.allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  // MARK: Plain text

  private mutating func takePlain(_ line: Line) throws(InputError.GoldTextFault) {
    // A table of another kind would be scored as if its columns were words.
    guard !line.contains("\t") else { throw .tab }
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }) { append(word) }
    endSentence()
  }

  // MARK: Words

  /// Adds a word less its white space, which no segment is compared by.
  private mutating func append(_ column: Column) {
    let word = column.filter { !CharacterProperties.isWhiteSpace($0.value) }
    if !word.isEmpty { sentence.append(String(word)) }
  }
}
