import ICUSupport
import TextNormalization

/// Search forms of words that users list.
public enum SearchForms {
  /// The words of a list, a word a line, in search form; `#` starts a comment line.
  ///
  /// - Parameter file: UTF-8, with or without a byte order mark.
  public static func ofWords(in file: [UInt8]) throws -> [String] {
    let folder = try SearchFormFolder()
    let text = String(
      decoding: file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...], as: UTF8.self)
    var words: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let word = line.trimmingWhiteSpace
      guard !word.isEmpty, !word.hasPrefix("#") else { continue }
      words.append(try folder.fold(word))
    }
    return words
  }
}
