import ICUSupport

/// Decodes the lists that users write: stop words, terms, counts of words, dictionaries.
///
/// UTF-8 and, with a byte order mark, UTF-16 are read. Lists are too short to tell other encodings apart,
/// so that these are errors.
public enum ListFile {
  /// The text of a list as UTF-8, without a byte order mark.
  ///
  /// - Parameter name: the name of the file, for errors.
  /// - Throws: `InputError` with the first line that is not text, and how other encodings would read it.
  public static func utf8(_ file: [UInt8], name: String) throws -> [UInt8] {
    if file.starts(with: [0xFF, 0xFE]) { return try utf16(file[2...], "UTF-16LE", name) }
    if file.starts(with: [0xFE, 0xFF]) { return try utf16(file[2...], "UTF-16BE", name) }
    let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if line.contains(0) {
        throw InputError(.binaryLine, file: name, line: number + 1)
      }
      guard String(validating: line, as: UTF8.self) == nil else { continue }
      throw InputError(.notUTF8(try readings(of: Array(line))), file: name, line: number + 1)
    }
    return Array(text)
  }

  private static func utf16(
    _ text: ArraySlice<UInt8>, _ encoding: String, _ name: String
  ) throws -> [UInt8] {
    let decoded = try CharsetConverter(encoding).utf8(from: Array(text).span)
    let lines = decoded.split(separator: 0x0A, omittingEmptySubsequences: false)
    let broken = lines.firstIndex { $0.contains([0xEF, 0xBF, 0xBD]) || $0.contains(0) }
    guard let broken else { return decoded }
    throw InputError(.broken(encoding: encoding), file: name, line: broken + 1)
  }

  /// How the encodings of Chinese read a line, those that can.
  private static func readings(of line: [UInt8]) throws -> [InputError.Reading] {
    try ["GB18030", "Big5"].compactMap { encoding in
      let text = String(
        decoding: try CharsetConverter(encoding).utf8(from: line.span), as: UTF8.self)
      let isText = text.unicodeScalars.allSatisfy {
        $0 != "\u{FFFD}" && ![.unassigned, .privateUse].contains($0.properties.generalCategory)
      }
      return isText ? .init(encoding: encoding, text: text.trimmingWhiteSpace) : nil
    }
  }

  /// The lines that are not empty, without white space at their ends, with their numbers from 1.
  package static func lines(of file: [UInt8], name: String) throws -> [(number: Int, text: String)]
  {
    let text = String(decoding: try utf8(file, name: name), as: UTF8.self)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (number: $0 + 1, text: $1.trimmingWhiteSpace) }.filter { !$0.text.isEmpty }
  }
}
