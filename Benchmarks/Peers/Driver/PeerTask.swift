/// What an engine is to do with a file.
enum PeerTask: String {
  /// Cuts into words.
  case segment
  /// Folds to the search form, then cuts that into words.
  case segmentSearch = "segment-search"
  /// The same by ICU itself.
  case segmentICU = "segment-icu"
  /// Folds to the search form.
  case fold
  /// Converts to simplified characters.
  case simplify

  /// - Returns: a line of JSON.
  func measure(_ file: String, _ cut: FileCut, passes: Int) throws -> String {
    switch self {
    case .segment: try PeerRun<CompiledWordEngine>(file: file, cut: cut).measure(passes: passes)
    case .segmentSearch: try PeerRun<SearchWordEngine>(file: file, cut: cut).measure(passes: passes)
    case .segmentICU: try PeerRun<WordEngine>(file: file, cut: cut).measure(passes: passes)
    case .fold: try PeerRun<SearchFormEngine>(file: file, cut: cut).measure(passes: passes)
    case .simplify: try PeerRun<SimplifiedEngine>(file: file, cut: cut).measure(passes: passes)
    }
  }
}
