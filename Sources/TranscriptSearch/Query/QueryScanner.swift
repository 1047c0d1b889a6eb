/// Cuts a query into words, quoted text, operators and parentheses.
///
/// Full-width parentheses, colons and all usual quotation marks stand for the plain ones. Code points are looked at
/// one by one, so that a mark which combines with a parenthesis or quotation mark does not hide it.
struct QueryScanner {
  enum Token: Hashable {
    /// Bare text, possibly with a field's colon inside.
    case word(String)
    case quoted(String)
    /// `field:` with its value following as the next token or directly.
    case field(String)
    case and, or, not, minus, open, close
  }

  struct Place {
    let token: Token
    /// Offset in code points.
    let position: Int
  }

  private let query: String
  private let characters: [Unicode.Scalar]
  private let fields: Set<String>
  private var position = 0
  private var places: [Place] = []

  /// - Parameter fields: the names that may stand before a colon.
  init(_ query: String, fields: Set<String>) {
    self.query = query
    self.fields = fields
    characters = Array(query.unicodeScalars)
  }

  func error(_ code: QueryError.Code, at position: Int) -> QueryError {
    QueryError(code: code, query: query, position: position)
  }

  mutating func scan() throws(QueryError) -> [Place] {
    while position < characters.count {
      let start = position
      let character = characters[position]
      if character.properties.isWhitespace {
        position += 1
      } else if character == "(" || character == "（" {
        add(.open)
      } else if character == ")" || character == "）" {
        add(.close)
      } else if (character == "-" || character == "－") && isWordStart(position + 1) {
        add(.minus)
      } else if let close = Self.closing[character] {
        places.append(Place(token: .quoted(try quoted(until: close)), position: start))
      } else {
        word()
      }
    }
    return places
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "“": "”", "”": "”", "„": "“", "「": "」", "『": "』", "＂": "＂", "«": "»",
  ]

  private func isWordStart(_ index: Int) -> Bool {
    index < characters.count && !characters[index].properties.isWhitespace
  }

  private mutating func add(_ token: Token) {
    places.append(Place(token: token, position: position))
    position += 1
  }

  private mutating func quoted(until close: Unicode.Scalar) throws(QueryError) -> String {
    let start = position + 1
    guard let end = characters[start...].firstIndex(of: close) else {
      throw error(.unclosedQuote, at: position)
    }
    position = end + 1
    return text(start..<end)
  }

  /// No field has a longer name, colon counted.
  private static let longestField = 16

  private mutating func word() {
    let start = position
    while position < characters.count, !endsWord(characters[position]) {
      position += 1
      guard isColon(characters[position - 1]), position - start <= Self.longestField else {
        continue
      }
      let name = text(start..<position - 1).lowercased()
      if fields.contains(name) {
        places.append(Place(token: .field(name), position: start))
        return
      }
    }
    let text = text(start..<position)
    places.append(Place(token: Self.operators[text] ?? .word(text), position: start))
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(characters[range]))
  }

  private func isColon(_ character: Unicode.Scalar) -> Bool { character == ":" || character == "：" }

  private func endsWord(_ character: Unicode.Scalar) -> Bool {
    character.properties.isWhitespace || "()（）\"“”「」『』＂«»„".unicodeScalars.contains(character)
  }

  /// Whether a word would be an operator, or is one.
  static func isOperator(_ text: String) -> Bool { operators[text.uppercased()] != nil }

  /// Whether a word would be an operator in capitals, and is none.
  static func isLowercaseOperator(_ text: String) -> Bool {
    isOperator(text) && operators[text] == nil
  }

  /// What a text means as an operator of other query languages.
  static func foreignOperator(_ text: String) -> QueryError.Operator? {
    switch text {
    case "|", "||", "｜": .or
    case "&", "&&", "+": .and
    default: nil
    }
  }

  private static let operators: [String: Token] = [
    "AND": .and, "OR": .or, "NOT": .not, "ＡＮＤ": .and, "ＯＲ": .or, "ＮＯＴ": .not,
  ]
}
