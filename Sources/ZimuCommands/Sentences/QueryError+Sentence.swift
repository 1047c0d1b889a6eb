import Reporting
import Zimu

extension QueryError: ExplainedError {
  var sentence: String {
    switch code {
    case .unexpected: "unexpected here"
    case .expectedText: "expected text, or a field"
    case .endsBeforeText: "the query ends where text should stand"
    case .expectedField(let names):
      names.isEmpty
        ? "expected a field" : "expected a field, one of \(names.joined(separator: " "))"
    case .unclosedQuote: "this quotation mark is never closed"
    case .unclosedParenthesis: "this parenthesis is never closed"
    case .tooDeep: "nested too deeply"
    case .tooManyTexts(let limit): "a query has at most \(limit) texts"
    case .noText: "a query has some text that is looked for"
    case .missingValue(let field): Self.missingValue(of: field)
    case .badDate: "a date is 2024, 2024-11, 2024-11-30 or a range of these with .."
    case .badTag: "a tag is written tag:name=value, and tag:name asks for any value"
    case .badTime:
      "a range of times is 00:10:00..00:20:00, 10min..20min, 90.. or ..90; “” is no time"
    case .badID: "an id is the sixteen hexadecimal digits that “zimu episodes” shows"
    case .badNear: "write NEAR/5(a b): a number up to 1000, and the parenthesis right behind it"
    case .nearOperand: "NEAR takes texts and words side by side"
    case .nearCount(let limit): "NEAR takes from two to \(limit) different texts"
    case .prefixWithoutText: "letters stand before *; put it in quotes to find a *"
    case .prefixOfOther:
      "only letters and digits stand before *: other text is found wherever it begins"
    case .noWordCharacter: "there is no letter, digit or character of a word in this"
    case .foreignOperator(.or): "write OR where one of several texts is enough"
    case .foreignOperator(.and): "write AND, or nothing, where all texts are needed"
    case .noWord: "there is no word in this"
    case .wordWithPunctuation: "word: takes words, without punctuation between them"
    }
  }

  private static func missingValue(of field: String) -> String {
    switch field {
    case "word": "word: needs a word"
    case "exact": "exact: needs a text"
    default: "\(field): needs a value"
    }
  }

  /// The query, and a caret below the place that is wrong.
  var pointer: String {
    let indent = DisplayWidth.of(String(query.unicodeScalars.prefix(position)))
    return "  \(query)\n  " + String(repeating: " ", count: indent) + "^\n"
  }
}
