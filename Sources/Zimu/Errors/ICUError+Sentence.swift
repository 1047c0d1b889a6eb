import ICUSupport

extension ICUError: ExplainedError {
  package var sentence: String {
    switch code {
    case .inputTooLong(let length, let limit):
      "ICU: \(call) failed with \(name): the length is \(length), the limit \(limit)"
    case .status, .noObject, .unknownFormat: "ICU: \(call) failed with \(name)"
    }
  }
}
