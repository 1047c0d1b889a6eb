import Zimu

extension ZimuError: ExplainedError {
  var sentence: String {
    switch code {
    case .noLexicon(let error): "\(error.sentence); a user dictionary cannot be used then"
    case .other(let message): message
    }
  }
}
