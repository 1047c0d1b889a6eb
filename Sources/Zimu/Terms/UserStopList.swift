import ICUSupport
import TranscriptSearch
import UserInput

/// A user's list of stop words: one entry per line, a word or several words.
public struct UserStopList: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// As it was given.
    public let text: String
    /// The search form; white space only between two words that are not Han.
    public let key: String
    /// From 1.
    public let line: Int
  }

  public let name: String
  /// In order of their lines.
  public let entries: [Entry]

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - file: see `ListFile` for the encodings; empty lines and lines that start with `# ` are passed over.
  ///   - name: the name of the file, for errors.
  /// - Throws: `InputError` with the line that is wrong; `ICUError` when ICU's data cannot be opened.
  public init(_ file: [UInt8], name: String) throws(ZimuError) {
    entries = try translatingErrors {
      let analyzer = try PatternAnalyzer()
      return try ListFile.lines(of: file, name: name).compactMap { line in
        guard line.text != "#", !line.text.hasPrefix("# ") else { return nil }
        let key = String(decoding: try analyzer.pattern(of: line.text).form, as: UTF8.self)
        return Entry(text: line.text, key: key, line: line.number)
      }
    }
    self.name = name
  }
}
