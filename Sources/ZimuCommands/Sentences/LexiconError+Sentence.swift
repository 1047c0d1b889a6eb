import Zimu

extension LexiconError: ExplainedError {
  var sentence: String {
    "ICU's dictionary cannot be compiled, so ICU itself segments, more slowly: \(reason)"
  }

  private var reason: String {
    switch code {
    case .icu(let error): error.sentence
    case .differs(let text): "“\(text)” is cut otherwise than ICU cuts it"
    }
  }
}
