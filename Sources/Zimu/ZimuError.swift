public import WordSegmentation

/// A request that cannot be carried out, and what to do instead.
public struct ZimuError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: Hashable, Sendable {
    /// A user dictionary was given, and only the compiled lexicon takes one.
    case noLexicon(LexiconError)
    case other(String)
  }
  public let code: Code

  public init(_ message: String) { code = .other(message) }
  public init(_ code: Code) { self.code = code }

  public var message: String { "\(self)" }

  public var description: String {
    switch code {
    case .noLexicon: "\(code)"
    case .other(let message): message
    }
  }
}
