import UserInput

/// A list of keywords to count: literal texts, some with several spellings.
public struct KeywordList: Hashable, Sendable {
  /// A keyword: one row of the counts.
  public struct Keyword: Hashable, Sendable {
    /// The label that the counts show.
    public let label: String
    /// The spellings of the keyword; their occurrences are added.
    public let spellings: [String]

    /// Creates a keyword.
    ///
    /// - Parameters:
    ///   - label: the label that the counts show.
    ///   - spellings: the texts whose occurrences are added.
    public init(label: String, spellings: [String]) {
      (self.label, self.spellings) = (label, spellings)
    }
  }
  /// The keywords, in the order given.
  public let keywords: [Keyword]

  /// Creates a list of keywords.
  public init(keywords: [Keyword]) {
    self.keywords = keywords
  }

  /// Creates a list of texts; each is a keyword with one spelling and is its own label.
  public init(_ texts: [String]) {
    keywords = texts.map { Keyword(label: $0, spellings: [$0]) }
  }

  /// Reads a file with one keyword per line.
  ///
  /// A line is a text, or `label: a | b`, or `a | b`, whose label is its first text. Colon and bars may be
  /// full-width. Empty lines and lines that start with `# ` are ignored.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file, in UTF-8, or in UTF-16 with a byte order mark.
  ///   - name: the name of the file, for error messages.
  /// - Throws: `ZimuError` with the code `invalidFile` and the line at fault.
  public init(file bytes: [UInt8], name: String) throws(ZimuError) {
    keywords = try translatingErrors {
      try ListFile.lines(of: bytes, name: name).compactMap { line in
        guard line.text != "#", !line.text.hasPrefix("# ") else { return nil }
        do throws(InputError.KeywordFault) {
          return try Keyword(line: line.text)
        } catch {
          throw InputError(.keyword(error), file: name, line: line.number)
        }
      }
    }
  }
}

extension KeywordList.Keyword {
  fileprivate init(line: String) throws(InputError.KeywordFault) {
    let (label, rest) = Self.parts(of: line)
    let spellings = rest.split { $0 == "|" || $0 == "｜" }.map(\.trimmingWhiteSpace)
      .filter { !$0.isEmpty }
    guard let first = spellings.first else { throw .noSpelling }
    if label == nil, spellings.count > 1, first.contains(":") { throw .noSpace }
    self.init(label: label ?? first, spellings: spellings)
  }

  /// What stands before the colon of a label, and what behind it. The narrow colon of a label has a space behind
  /// it, so that 10:30 is a text.
  private static func parts(of line: String) -> (label: String?, rest: Substring) {
    let bar = line.firstIndex { $0 == "|" || $0 == "｜" } ?? line.endIndex
    let colon = line[..<bar].indices.first { index in
      let next = line.index(after: index)
      return line[index] == "："
        || line[index] == ":" && (next == line.endIndex || line[next].isWhitespace)
    }
    guard let colon, colon > line.startIndex else { return (nil, line[...]) }
    return (line[..<colon].trimmingWhiteSpace, line[colon...].dropFirst())
  }
}
