import CICU

/// An ICU converter from one charset to UTF-8.
public final class CharsetConverter {
  /// The charset as it was asked for.
  public let name: String
  private let converter: OpaquePointer

  /// - Throws: `ICUError` with `U_FILE_ACCESS_ERROR` when ICU knows no such charset.
  public init(_ name: String) throws(ICUError) {
    let call = "ucnv_open(\(name))"
    converter = try unwrapped(try checked(call) { cicu_ucnv_open(name, &$0) }, call)
    self.name = name
  }

  deinit { cicu_ucnv_close(converter) }

  /// The bytes as UTF-8; what the charset cannot read becomes U+FFFD.
  ///
  /// - Throws: `ICUError`, also for 2³⁰ bytes or more.
  public func utf8(from bytes: Span<UInt8>) throws(ICUError) -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    try ICUError.check(length: bytes.count, atMost: 1 << 30, "ucnv_toUChars(\(name))")
    let units = try utf16(from: bytes)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private func utf16(from bytes: Span<UInt8>) throws(ICUError) -> [UInt16] {
    // No charset makes more than two units of a byte; one unit a byte is the common bound.
    var units = [UInt16](
      repeating: 0, count: min(bytes.count * 2 + 16, Int(Int32.max)))
    var status: Int32 = 0
    let length = bytes.withUnsafeBufferPointer { source in
      source.withMemoryRebound(to: CChar.self) { source in
        units.withUnsafeMutableBufferPointer { target in
          cicu_ucnv_toUChars(
            converter, target.baseAddress!, Int32(target.count), source.baseAddress!,
            Int32(source.count), &status)
        }
      }
    }
    try check(status, "ucnv_toUChars(\(name))")
    units.removeLast(units.count - Int(length))
    return units
  }
}
