import Zimu

extension UserDictionaryError: ExplainedError {
  var sentence: String { "\(file):\(line): \(code.reason)" }
}

extension UserDictionaryError.Code {
  /// What is wrong with the line.
  fileprivate var reason: String {
    switch self {
    case .brokenUTF8: "the bytes are not UTF-8"
    case .emptyTerm: "there is no term, or nothing of it is left in search form"
    case .longTerm(let limit):
      "the search form of the term has more than \(limit) code points"
    case .control(let scalar): "there is a control character inside, \(Self.name(scalar))"
    case .badWeight: "the weight must be a decimal number above 0 (-term removes a word)"
    case .weightOfRemoval:
      "a removed term has no weight (if the number belongs to the term, put a tab after it)"
    case .columns: "there are more than three columns"
    case .icu(let error): error.sentence
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
