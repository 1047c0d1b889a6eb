import TextNormalization

/// Counts of words from a file.
public enum WordCounts {
  /// Reads lines of a word, a comma or tab, and a count; a first line without a number is a header.
  ///
  /// - Returns: the counts by search form; those of one form are added up.
  /// - Throws: `ZimuError` with the line that is wrong.
  public static func parse(_ file: [UInt8], name: String) throws -> [String: Int] {
    let folder = try SearchFormFolder()
    let text = String(
      decoding: file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...], as: UTF8.self)
    var counts: [String: Int] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.trimmingWhiteSpace.isEmpty {
      let comma = line.lastIndex { $0 == "," || $0 == "\t" }
      let count = comma.flatMap { Int(line[line.index(after: $0)...].trimmingWhiteSpace) }
      guard let comma, let count, (0...1 << 40).contains(count) else {
        if number == 0 { continue }
        throw ZimuError("\(name):\(number + 1): a line is a word, a comma and its count")
      }
      let word = line[..<comma].trimmingWhiteSpace.trimmingQuotes
      counts[try folder.fold(word), default: 0] += count
    }
    return counts
  }
}

extension String {
  /// The text without quotation marks around it, as CSV has them.
  fileprivate var trimmingQuotes: String {
    guard count > 1, hasPrefix("\""), hasSuffix("\"") else { return self }
    return String(dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
