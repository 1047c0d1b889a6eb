import TextNormalization
import UserInput

/// A reader for files with counts of words.
public enum WordCounts {
  /// No corpus has more words.
  static let mostWords = 1 << 50

  /// Reads a table of words and counts, separated by commas or tabs.
  ///
  /// If the first line has no digit, it names the columns: `key`, `word` or `term`, and `count`, as `zimu
  /// terms` writes them. Otherwise there are two columns: word and count.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file, in UTF-8, or in UTF-16 with a byte order mark.
  ///   - name: the name of the file, for error messages.
  /// - Returns: the counts by search form. Counts of words with the same search form are added.
  /// - Throws: `ZimuError` with the code `invalidFile` and the line at fault, or `icu` if ICU's data cannot
  ///   be opened.
  public static func counts(file bytes: [UInt8], name: String) throws(ZimuError) -> [String: Int] {
    try translatingErrors {
      let text = try ListFile.utf8(bytes, name: name)
      var reader = WordCountReader(name: name, folder: try SearchFormFolder())
      for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        try reader.read(String(decoding: line, as: UTF8.self).trimmingWhiteSpace)
      }
      return reader.counts
    }
  }
}

private struct WordCountReader {
  let name: String
  let folder: SearchFormFolder
  private(set) var counts: [String: Int] = [:]
  private var number = 0
  private var total = 0
  /// Which columns the word and the count are; `nil` without a header.
  private var columns: (word: Int, count: Int)?

  init(name: String, folder: SearchFormFolder) {
    (self.name, self.folder) = (name, folder)
  }

  mutating func read(_ line: String) throws {
    number += 1
    guard !line.isEmpty else { return }
    let fields = Self.fields(of: line)
    if number == 1, !line.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      return try readHeader(fields)
    }
    let (word, count) = columns ?? (0, 1)
    guard columns != nil || fields.count == 2, fields.count > max(word, count),
      let value = Int(fields[count]), (0...WordCounts.mostWords - total).contains(value)
    else {
      throw InputError(.badCount, file: name, line: number)
    }
    total += value
    counts[try folder.fold(fields[word]), default: 0] += value
  }

  private mutating func readHeader(_ fields: [String]) throws {
    let names = fields.map { $0.lowercased() }
    let word = ["key", "word", "term"].compactMap { names.firstIndex(of: $0) }.first
    if let word, let count = names.firstIndex(of: "count") {
      columns = (word, count)
    } else if fields.count == 2 {
      columns = (0, 1)
    } else {
      throw InputError(.noColumns, file: name, line: 1)
    }
  }

  /// The fields of a line: at tabs, if there are any, else at commas outside of quotation marks.
  private static func fields(of line: String) -> [String] {
    if line.utf8.contains(0x09) {
      return line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimmingWhiteSpace.trimmingQuotes }
    }
    var (fields, field, isQuoted) = ([String](), "", false)
    for scalar in line.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ",", !isQuoted {
        fields.append(field.trimmingWhiteSpace.trimmingQuotes)
        field = ""
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return fields + [field.trimmingWhiteSpace.trimmingQuotes]
  }
}

extension String {
  /// The text without quotation marks around it, as CSV has them.
  fileprivate var trimmingQuotes: String {
    guard count > 1, hasPrefix("\""), hasSuffix("\"") else { return self }
    return String(dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
