import CICU

/// Why ICU could not do its work: a code, and the call or the data that it is about.
///
/// Values, not sentences: whoever shows an error to people makes the sentence.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: Hashable, Sendable {
    /// ICU reports an error: a number of its `UErrorCode`, above 0.
    case status(Int32)
    /// ICU reports success and returns no object.
    case noObject
    /// ICU's data are not of the form that is known.
    case unknownFormat
    /// The input is longer than `limit`, in the units of the call.
    case inputTooLong(length: Int, limit: Int)
  }

  public let code: Code
  /// The function that failed, with the argument that matters, such as `ubrk_open(zh)`; or the data, such
  /// as `cjdict: unit 7`.
  public let call: String

  public init(_ code: Code, _ call: String) {
    (self.code, self.call) = (code, call)
  }

  /// Refuses texts that are longer than `limit`, in the units of the call.
  public static func check(
    length: Int, atMost limit: Int, _ call: @autoclosure () -> String
  ) throws(ICUError) {
    guard length > limit else { return }
    throw ICUError(.inputTooLong(length: length, limit: limit), call())
  }

  /// ICU's own name of the error, such as `U_FILE_ACCESS_ERROR`; like them for what ICU has no name for.
  public var name: String {
    switch code {
    case .status(let status): String(cString: cicu_errorName(status))
    case .noObject: "NULL"
    case .unknownFormat: "U_INVALID_FORMAT_ERROR"
    case .inputTooLong: "U_INPUT_TOO_LONG_ERROR"
    }
  }

  public var description: String { "\(call): \(name)" }
}

/// Calls an ICU function with a fresh status and throws what the function reports.
///
/// Warnings are successes: ICU gives them negative codes (`U_USING_DEFAULT_WARNING` is −127).
func checked<Result>(
  _ call: @autoclosure () -> String,
  _ body: (inout Int32) -> Result
) throws(ICUError) -> Result {
  var status: Int32 = 0
  let result = body(&status)
  try check(status, call())
  return result
}

func check(_ status: Int32, _ call: @autoclosure () -> String) throws(ICUError) {
  guard status > 0 else { return }
  throw ICUError(.status(status), call())
}

/// Unwraps a handle that ICU promises whenever it reports success.
func unwrapped<Handle>(
  _ handle: Handle?, _ call: @autoclosure () -> String
) throws(ICUError) -> Handle {
  guard let handle else { throw ICUError(.noObject, call()) }
  return handle
}
