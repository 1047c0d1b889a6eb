/// The words that frequency tables leave out by default, in three lists.
///
/// Each word has one spelling, in search form. The lists are data in the package, judged on
/// speech-recognised livestreams and on minuted meetings.
public struct StopList: Hashable, Sendable {
  /// What a stop word is.
  public enum Category: String, CaseIterable, Sendable {
    case functionWords = "function words"
    case fillers
    case latin
  }

  /// The words of each list, in the order of the data.
  public let words: [Category: [String]]

  /// The list that is used unless another is asked for.
  public static let standard = StopList(words: [
    .functionWords: WordList.parse(PackageResources.function_words_txt),
    .fillers: WordList.parse(PackageResources.fillers_txt),
    .latin: WordList.parse(PackageResources.latin_txt),
  ])

  /// All words, in the order of categories.
  public var all: [String] { Category.allCases.flatMap { words[$0] ?? [] } }
}

/// Reads lists of words: separated by white space, `#` starts a comment line.
public enum WordList {
  public static func parse(_ bytes: [UInt8]) -> [String] {
    var words: [String] = []
    var seen: Set<String> = []
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      for word in line.split(whereSeparator: { $0 <= 0x20 }) {
        let word = String(decoding: word, as: UTF8.self)
        if seen.insert(word).inserted { words.append(word) }
      }
    }
    return words
  }
}
