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
    for name in names {
      switch name {
      case "default": words += StopList.standard.all
      case "none": break
      default: words += try SearchForms.ofWords(in: try InputFile.read(name))
      }
    }
    return StopWords(words)
  }
}
