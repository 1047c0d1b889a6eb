import CICU

/// A failure reported by ICU: ICU's own name of the error and the call that failed.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's name of the error, such as `U_FILE_ACCESS_ERROR`.
  public let code: String
  /// The function that failed, with the argument that matters, such as `ubrk_open(zh)`.
  public let call: String

  public init(code: String, call: String) {
    self.code = code
    self.call = call
  }

  /// The code of texts that are longer than an offset can tell.
  public static let inputTooLong = "U_INPUT_TOO_LONG_ERROR"

  /// Refuses texts that are longer than `limit`, in the units of the call.
  public static func check(
    length: Int, atMost limit: Int, _ call: @autoclosure () -> String
  ) throws(ICUError) {
    guard length > limit else { return }
    throw ICUError(code: inputTooLong, call: "\(call()) of \(length), at most \(limit)")
  }

  public var description: String { "ICU: \(call) failed with \(code)" }
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
  throw ICUError(code: String(cString: cicu_errorName(status)), call: call())
}

/// Unwraps a handle that ICU promises whenever it reports success.
func unwrapped<Handle>(
  _ handle: Handle?, _ call: @autoclosure () -> String
) throws(ICUError) -> Handle {
  guard let handle else { throw ICUError(code: "NULL", call: call()) }
  return handle
}
