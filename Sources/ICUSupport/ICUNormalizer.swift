import CICU

/// One of ICU's normalisation forms.
public struct ICUNormalizer: @unchecked Sendable {
  /// Which form.
  public enum Form: Sendable {
    /// Canonical composition.
    case nfc
    /// Compatibility composition.
    case nfkc
    /// The same with case folded and default ignorables removed.
    case nfkcCasefold
  }

  // ICU's own immutable singleton: never closed, safe to share.
  private let normalizer: OpaquePointer

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init(_ form: Form) throws(ICUError) {
    switch form {
    case .nfc:
      let call = "unorm2_getNFCInstance"
      normalizer = try unwrapped(try checked(call) { cicu_unorm2_getNFC(&$0) }, call)
    case .nfkc:
      let call = "unorm2_getNFKCInstance"
      normalizer = try unwrapped(try checked(call) { cicu_unorm2_getNFKC(&$0) }, call)
    case .nfkcCasefold:
      let call = "unorm2_getNFKCCasefoldInstance"
      normalizer = try unwrapped(try checked(call) { cicu_unorm2_getNFKCCasefold(&$0) }, call)
    }
  }

  /// Whether a code point is in the form already, wherever it stands (ICU's quick check says yes).
  public func isNormalized(_ scalar: UInt32) -> Bool {
    var status: Int32 = 0
    return cicu_unorm2_isQuickYes(normalizer, scalar, &status) && status <= 0
  }

  /// Whether a text may be cut before this code point and its parts normalised on their own.
  public func hasBoundary(before scalar: UInt32) -> Bool {
    cicu_unorm2_hasBoundaryBefore(normalizer, scalar)
  }

  /// Appends the normalised form of `units[range]` to `output`.
  public func normalize(
    _ units: [UInt16], in range: Range<Int>, into output: inout [UInt16]
  ) throws(ICUError) {
    guard !range.isEmpty else { return }
    let call = "unorm2_normalize"
    try ICUError.check(length: range.count, atMost: 1 << 28, call)
    // Compatibility composition makes at most 18 units of one; of long texts it hardly makes more.
    var capacity = range.count < 4_096 ? range.count * 18 : range.count + 1_024
    let start = output.count
    while true {
      output.append(contentsOf: repeatElement(0, count: capacity))
      var status: Int32 = 0
      let length = Int(normalize(units, range, into: &output, at: start, &status))
      output.removeLast(capacity - (status <= 0 ? length : 0))
      guard status == CICU_BUFFER_OVERFLOW, length > capacity else {
        return try check(status, call)
      }
      capacity = length
    }
  }

  private func normalize(
    _ units: [UInt16], _ range: Range<Int>, into output: inout [UInt16], at start: Int,
    _ status: inout Int32
  ) -> Int32 {
    units.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        cicu_unorm2_normalize(
          normalizer, source.baseAddress! + range.lowerBound, Int32(range.count),
          target.baseAddress! + start, Int32(target.count - start), &status)
      }
    }
  }

  /// The normalised form of a text of code points.
  public func normalize(_ scalars: [UInt32]) throws(ICUError) -> [UInt32] {
    let units = scalars.flatMap { $0.utf16Units }
    var result: [UInt16] = []
    try normalize(units, in: 0..<units.count, into: &result)
    return String(decoding: result, as: UTF16.self).unicodeScalars.map(\.value)
  }

  /// The normalised form of a text in UTF-8.
  public func normalize(_ text: String) throws(ICUError) -> String {
    let scalars = try normalize(text.unicodeScalars.map(\.value))
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(result)
  }

  /// The code points that NFKC_Casefold may change, or that may have no boundary before them; all
  /// others are normalised wherever they stand.
  public static func candidates() throws(ICUError) -> [ClosedRange<UInt32>] {
    let call = "uset_openPattern"
    let count = Int(try checked(call) { cicu_casefoldCandidates(nil, nil, 0, &$0) })
    var firsts = [UInt32](repeating: 0, count: count)
    var lasts = firsts
    _ = try checked(call) { status in
      firsts.withUnsafeMutableBufferPointer { firsts in
        lasts.withUnsafeMutableBufferPointer { lasts in
          cicu_casefoldCandidates(
            firsts.baseAddress, lasts.baseAddress, Int32(count), &status)
        }
      }
    }
    return zip(firsts, lasts).map { $0...$1 }
  }
}

extension UInt32 {
  /// A code point in UTF-16.
  fileprivate var utf16Units: [UInt16] {
    self < 0x10000
      ? [UInt16(self)] : [UInt16(0xD7C0 + self >> 10), UInt16(0xDC00 + self & 0x3FF)]
  }
}
