import WordSegmentation

extension UserDictionaryError: ExplainedError {
  package var sentence: String { "\(file):\(line): \(code.reason)" }
}

extension UserDictionaryError.Code {
  /// What is wrong with the line.
  fileprivate var reason: String {
    switch self {
    case .brokenUTF8: "the line is not UTF-8"
    case .emptyTerm: "the term is empty, or its search form is"
    case .longTerm(let limit):
      "the search form of the term has more than \(limit) code points"
    case .control(let scalar): "the line has a control character, \(Self.name(scalar))"
    case .badWeight: "the weight must be a decimal number above 0 (-term removes a word)"
    case .weightOfRemoval:
      "a removed term takes no weight (if the number belongs to the term, put a tab after it)"
    case .columns: "the line has more than three columns"
    case .icu(let error): error.sentence
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
