import Reporting
import TranscriptSearch

extension QueryError: ExplainedError {
  package var sentence: String {
    switch code {
    case .unexpected: "this is not expected here"
    case .expectedText: "text or a field is expected here"
    case .endsBeforeText: "the query ends where text is expected"
    case .expectedField(let names):
      names.isEmpty
        ? "a field is expected here"
        : "a field is expected here, one of \(names.joined(separator: " "))"
    case .unclosedQuote: "this quotation mark is never closed"
    case .unclosedParenthesis: "this parenthesis is never closed"
    case .tooDeep: "the query is nested too deeply"
    case .tooManyTexts(let limit): "a query may have at most \(limit) texts"
    case .noText: "the query has no text to look for; add a text that must occur"
    case .missingValue(let field): Self.missingValue(of: field)
    case .badDate:
      "write a date as 2024, 2024-11 or 2024-11-30, or a range of these as 2024-01..2024-06"
    case .badTag: "write a tag as tag:name=value, or as tag:name for any value"
    case .badTime:
      "write a range of times as 00:10:00..00:20:00, 10min..20min, 90.. or ..90; it cannot be empty"
    case .badID: "an id has sixteen hexadecimal digits; “zimu episodes” shows the ids"
    case .badNear: "write NEAR/5(a b): a number up to 1000, then the parenthesis without a space"
    case .nearOperand: "NEAR takes only texts and words, separated by spaces"
    case .nearCount(let limit): "NEAR takes two to \(limit) different texts"
    case .prefixWithoutText: "letters must come before *; to find a * itself, put it in quotes"
    case .prefixOfOther:
      "* works only after letters and digits; leave it out, as other text is found within words"
    case .noWordCharacter: "this has no letter, digit or other character of a word"
    case .foreignOperator(.or): "write OR to find any of several texts"
    case .foreignOperator(.and): "write AND, or only a space, to find all of several texts"
    case .noWord: "this has no word"
    case .wordWithPunctuation: "word: takes words without punctuation between them"
    }
  }

  private static func missingValue(of field: String) -> String {
    switch field {
    case "word": "word: needs a word"
    case "exact": "exact: needs a text"
    default: "\(field): needs a value"
    }
  }
}
