import Reporting
import Zimu

/// What `--stopwords` asks for: `default`, `none`, files, or several of these.
struct StopWordsOption {
  private let hasDefault: Bool
  private let lists: [UserStopList]

  /// Entries beyond these are only counted.
  private static let mostNamed = 5

  /// - Throws: where a file cannot be read, or is no list.
  init(_ names: [String]) throws {
    hasDefault = names.isEmpty || names.contains("default")
    lists = try names.filter { $0 != "default" && $0 != "none" }
      .map { try UserStopList(file: try InputFile.read($0), name: $0) }
  }

  /// The words of all lists together.
  var stopWords: StopWords {
    let words = lists.flatMap(\.entries).map(\.key)
    return hasDefault ? .standard(adding: words) : StopWords(words)
  }

  /// Says on standard error which entries of files match nothing in an index.
  func warn(in index: TranscriptIndex) throws {
    let stopWords = stopWords
    for list in lists {
      let unmatched = try index.unmatched(list, of: stopWords)
      guard !unmatched.isEmpty else { continue }
      let counts = [unmatched.count, list.entries.count].map { FixedDecimal.grouped($0) }
      let named = unmatched.prefix(Self.mostNamed).map { "line \($0.line) “\($0.text)”" }
      Console.current.writeError(
        "note: \(list.name): \(counts[0]) of \(counts[1]) entries match no word or phrase of the index: "
          + named.joined(separator: ", ") + (unmatched.count > named.count ? ", …\n" : "\n"))
    }
  }
}
