public import ICUSupport

/// Why ICU's dictionary and rules cannot be compiled, or not so that answers are ICU's.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: Hashable, Sendable {
    /// ICU failed, or its data are not of the form that is known.
    case icu(ICUError)
    /// ICU segments a text of the sample otherwise than the compiled lexicon.
    case differs(text: String)
  }

  public let code: Code

  public init(_ code: Code) {
    self.code = code
  }

  public var description: String { "\(code)" }

  /// Runs `body`; a failure of ICU becomes one of the lexicon.
  static func wrapping<Result>(
    _ body: () throws(ICUError) -> Result
  ) throws(LexiconError) -> Result {
    do throws(ICUError) {
      return try body()
    } catch {
      throw LexiconError(.icu(error))
    }
  }
}
