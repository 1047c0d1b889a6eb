import ICUSupport
import TranscriptSearch
import UserInput

/// A user's list of stop words: one entry per line, a word or several words.
public struct UserStopList: Hashable, Sendable {
  /// An entry of the list.
  public struct Entry: Hashable, Sendable {
    /// The entry as it was written.
    public let text: String
    /// The search form of the entry. White space remains only between two words that are not Han.
    public let key: String
    /// The number of its line, from 1.
    public let line: Int
  }

  /// The name of the file.
  public let name: String
  /// The entries, in the order of their lines.
  public let entries: [Entry]

  /// Reads a list. Empty lines and lines that start with `# ` are ignored.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file, in UTF-8, or in UTF-16 with a byte order mark.
  ///   - name: the name of the file, for error messages.
  /// - Throws: `ZimuError` with the code `invalidFile` and the line at fault, or `icu` if ICU's data cannot
  ///   be opened.
  public init(file bytes: [UInt8], name: String) throws(ZimuError) {
    entries = try translatingErrors {
      let analyzer = try PatternAnalyzer()
      return try ListFile.lines(of: bytes, name: name).compactMap { line in
        guard line.text != "#", !line.text.hasPrefix("# ") else { return nil }
        let key = String(decoding: try analyzer.pattern(of: line.text).form, as: UTF8.self)
        return Entry(text: line.text, key: key, line: line.number)
      }
    }
    self.name = name
  }
}
