import WordSegmentation

extension LexiconError: ExplainedError {
  package var sentence: String {
    "Zimu cannot compile ICU's dictionary, so it segments with ICU itself, which is slower: \(reason)"
  }

  private var reason: String {
    switch code {
    case .icu(let error): error.sentence
    case .differs(let text): "“\(text)” is not segmented as ICU segments it"
    }
  }
}
