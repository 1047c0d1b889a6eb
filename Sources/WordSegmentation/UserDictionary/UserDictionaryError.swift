public import ICUSupport

/// A bad line of a user dictionary.
public struct UserDictionaryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What can be wrong with a line, open to more.
  public enum Code: Error, Hashable, Sendable {
    case brokenUTF8
    /// There is no term, or nothing of it is left in search form.
    case emptyTerm
    /// The search form of the term has more than `limit` code points.
    case longTerm(limit: Int)
    /// A control character stands inside a column.
    case control(Unicode.Scalar)
    /// The weight is not a decimal number above 0.
    case badWeight
    /// A removed term has a weight.
    case weightOfRemoval
    /// The line has more columns than `limit`.
    case columns(limit: Int)
    case icu(ICUError)
  }

  public let code: Code
  /// The name of the file, as it was given.
  public let file: String
  /// The number of the line, from 1.
  public let line: Int

  public init(_ code: Code, file: String, line: Int) {
    (self.code, self.file, self.line) = (code, file, line)
  }

  public var description: String { "\(file):\(line): \(code)" }
}
