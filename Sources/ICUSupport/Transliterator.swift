import CICU

/// An ICU transliterator, such as `Traditional-Simplified`.
///
/// Opening one compiles its rules, so open one per worker and keep it. A value must not be used
/// by two threads at a time.
public final class Transliterator {
  private let transliterator: OpaquePointer
  private let identifier: String

  /// - Throws: `ICUError` when ICU knows no such transliterator.
  public init(_ identifier: String) throws(ICUError) {
    let call = "utrans_openU(\(identifier))"
    let name = Array(identifier.utf16)
    let opened = try checked(call) { cicu_utrans_open(name, Int32(name.count), &$0) }
    transliterator = try unwrapped(opened, call)
    self.identifier = identifier
  }

  deinit { cicu_utrans_close(transliterator) }

  /// Rewrites a text in place.
  ///
  /// - Throws: `ICUError`, also for more than 2²⁹ units.
  public func transliterate(_ units: inout [UInt16]) throws(ICUError) {
    let count = units.count
    guard count > 0 else { return }
    try ICUError.check(length: count, atMost: 1 << 29, "utrans_transUChars(\(identifier))")
    var status: Int32 = 0
    let length = transliterate(&units, count: count, &status)
    try check(status, "utrans_transUChars(\(identifier))")
    units.removeLast(units.count - length)
  }

  /// The rules, in ICU's own syntax, in the order in which ICU tries them.
  public func rules() throws(ICUError) -> String {
    var status: Int32 = 0
    let length = cicu_utrans_toRules(transliterator, nil, 0, &status)
    var units = [UInt16](repeating: 0, count: Int(length) + 1)
    status = 0
    units.withUnsafeMutableBufferPointer { buffer in
      _ = cicu_utrans_toRules(transliterator, buffer.baseAddress!, length + 1, &status)
    }
    try check(status, "utrans_toRules(\(identifier))")
    return String(decoding: units.dropLast(), as: UTF16.self)
  }

  /// Gives ICU room for twice the text, which no rule set in use here exceeds.
  private func transliterate(
    _ units: inout [UInt16], count: Int, _ status: inout Int32
  ) -> Int {
    units.append(contentsOf: repeatElement(0, count: count + 16))
    var length = Int32(count)
    var limit = Int32(count)
    let capacity = Int32(units.count)
    units.withUnsafeMutableBufferPointer { buffer in
      cicu_utrans_transUChars(
        transliterator, buffer.baseAddress!, &length, capacity, 0, &limit, &status)
    }
    return Int(length)
  }
}
