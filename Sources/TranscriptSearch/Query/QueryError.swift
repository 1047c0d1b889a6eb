/// What is wrong with a query, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What can be wrong, open to more.
  public enum Code: Hashable, Sendable {
    /// Nothing may stand here.
    case unexpected
    /// A text or a field should stand here.
    case expectedText
    /// The query ends where a text should stand.
    case endsBeforeText
    /// A field should stand here, one of these where that is told.
    case expectedField(oneOf: [String])
    case unclosedQuote
    case unclosedParenthesis
    /// Parentheses are nested too deeply.
    case tooDeep
    /// The query has more texts than `limit`.
    case tooManyTexts(limit: Int)
    /// Nothing that is looked for is in the query.
    case noText
    /// A field, `word:` or `exact:` has no value.
    case missingValue(field: String)
    case badDate
    /// The value of `time:` is no range of times.
    case badTime
    /// The value of `id:` is no `EpisodeID`.
    case badID
    /// The value of `tag:` names no tag.
    case badTag
    /// NEAR without a number up to 1000, or without a parenthesis right behind it.
    case badNear
    /// NEAR holds something other than texts and words.
    case nearOperand
    /// NEAR holds fewer than two or more than `limit` different texts.
    case nearCount(limit: Int)
    /// A `*` without a text before it.
    case prefixWithoutText
    /// A prefix of something other than letters and digits.
    case prefixOfOther
    /// A text without a letter, digit or character of a word.
    case noWordCharacter
    /// The sign by which other query languages mean an operator of this one.
    case foreignOperator(Operator)
    /// `word:` without a word.
    case noWord
    /// `word:` with punctuation between words.
    case wordWithPunctuation
  }

  /// An operator of the query language.
  public enum Operator: Hashable, Sendable {
    case and, or
  }

  public let code: Code
  public let query: String
  /// Offset of the place in the query, in code points.
  public let position: Int

  public var description: String { "\(code) at \(position) of “\(query)”" }
}
