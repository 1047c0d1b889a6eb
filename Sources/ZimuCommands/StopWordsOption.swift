import Zimu

/// What `--stopwords` asks for: `default`, `none`, files, or several of these.
struct StopWordsOption {
  private let names: [String]

  init(_ names: [String]) {
    self.names = names.isEmpty ? ["default"] : names
  }

  /// The words of all lists together.
  func stopWords() throws -> StopWords {
    var words: [String] = []
    for name in names where name != "default" && name != "none" {
      words += try SearchForms.ofWords(in: try InputFile.read(name))
    }
    return names.contains("default")
      ? StopWords(StopList.standard, adding: words) : StopWords(words)
  }
}
