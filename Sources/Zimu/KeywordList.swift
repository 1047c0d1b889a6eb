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

  /// Reads a file: a text a line, or `label: a | b`; empty lines and those that start with `# ` are
  /// passed over.
  ///
  /// - Throws: `ZimuError` with the line that is wrong.
  public init(file bytes: [UInt8], name: String) throws(ZimuError) {
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
    var keywords: [Keyword] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = line.trimmingWhiteSpace
      guard !line.isEmpty, line != "#", !line.hasPrefix("# ") else { continue }
      guard let keyword = Keyword(line: line) else {
        throw ZimuError("\(name):\(number + 1): a label is followed by spellings: label: a | b")
      }
      keywords.append(keyword)
    }
    self.keywords = keywords
  }
}

extension KeywordList.Keyword {
  /// - Returns: `nil` for a label without a spelling.
  fileprivate init?(line: String) {
    // A colon at the end of a line is a label without spellings.
    let text = line.hasSuffix(":") ? line + " " : line
    guard let colon = text.firstRange(of: ": "), colon.lowerBound > text.startIndex else {
      self.init(label: line, spellings: [line])
      return
    }
    let spellings = text[colon.upperBound...].split(separator: "|").map(\.trimmingWhiteSpace)
      .filter { !$0.isEmpty }
    guard !spellings.isEmpty else { return nil }
    self.init(label: text[..<colon.lowerBound].trimmingWhiteSpace, spellings: spellings)
  }
}
