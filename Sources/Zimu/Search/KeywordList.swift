import UserInput

/// Keywords to count: literal texts, some with several spellings.
public struct KeywordList: Hashable, Sendable {
  /// A row of the count.
  public struct Keyword: Hashable, Sendable {
    /// As it was given.
    public let label: String
    /// The texts whose occurrences are added up.
    public let spellings: [String]

    public init(label: String, spellings: [String]) {
      (self.label, self.spellings) = (label, spellings)
    }
  }
  public let keywords: [Keyword]

  public init(keywords: [Keyword]) {
    self.keywords = keywords
  }

  /// Texts as they are given.
  public init(_ texts: [String]) {
    keywords = texts.map { Keyword(label: $0, spellings: [$0]) }
  }

  /// Reads a file: one text per line, or `label: a | b`, or `a | b`, whose label is its first text.
  ///
  /// Empty lines and those that start with `# ` are passed over. The colon may be full-width, and so may the bars.
  ///
  /// - Parameters:
  ///   - file: see `ListFile` for the encodings.
  ///   - name: the name of the file, for errors.
  /// - Throws: `InputError` with the line that is wrong.
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
