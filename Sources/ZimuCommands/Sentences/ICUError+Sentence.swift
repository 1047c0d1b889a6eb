import ICUSupport

extension ICUError: ExplainedError {
  var sentence: String {
    switch code {
    case .inputTooLong(let length, let limit):
      "ICU: \(call) of \(length), at most \(limit) failed with \(name)"
    case .status, .noObject, .unknownFormat: "ICU: \(call) failed with \(name)"
    }
  }
}
