public import UserInput

/// Text cut into words by people, which segmenters are measured against.
public struct GoldText: Hashable, Sendable {
  /// The words of each sentence, without White_Space; no sentence and no word is empty.
  public let sentences: [[String]]

  /// How many words there are in all sentences.
  public var wordCount: Int { sentences.reduce(0) { $0 + $1.count } }

  /// Reads the bytes of a file: CoNLL-U, or plain text.
  ///
  /// The file is CoNLL-U if its name ends in `.conllu` or a line of it has ten columns and an
  /// integer in the first. Its words are the forms of the lines with such an id: those below a
  /// multiword token (`3-4`) stand for it, and empty nodes (`1.1`) are no text. In plain text a line
  /// is a sentence, and ASCII spaces and U+3000 separate its words. Other white space, as forms may
  /// have inside, is dropped. Lines end at LF; a CR before it and a byte order mark are no text.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, UTF-8.
  ///   - file: its name, for errors and for its ending.
  /// - Throws: `InputError` with the file and the line for broken UTF-8, a bad line of CoNLL-U or a
  ///   tab in plain text; with the file alone if there is no sentence.
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8], file: String) throws(InputError) {
    let lines = try Self.lines(bytes, file)
    var reader = GoldTextReader(isCoNLLU: Self.isCoNLLU(lines, file))
    for (index, line) in lines.enumerated() {
      do throws(InputError.GoldTextFault) {
        try reader.take(line)
      } catch {
        throw InputError(.goldText(error), file: file, line: index + 1)
      }
    }
    reader.endSentence()
    guard !reader.sentences.isEmpty else { throw InputError(.goldText(.noSentence), file: file) }
    sentences = reader.sentences
  }

  private static func lines(
    _ bytes: [UInt8], _ file: String
  ) throws(InputError) -> [String.UnicodeScalarView] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var lines: [String.UnicodeScalarView] = []
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = part.last == 0x0D ? part.dropLast() : part
      guard let string = String(validating: line, as: UTF8.self) else {
        throw InputError(.goldText(.brokenUTF8), file: file, line: lines.count + 1)
      }
      lines.append(string.unicodeScalars)
    }
    return lines
  }

  private static func isCoNLLU(_ lines: [String.UnicodeScalarView], _ file: String) -> Bool {
    file.lowercased().hasSuffix(".conllu") || lines.contains(where: GoldTextReader.isWordLine)
  }
}
