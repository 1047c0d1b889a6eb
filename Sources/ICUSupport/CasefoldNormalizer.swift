import CICU

/// ICU's NFKC_Casefold: compatibility composition, case folding, default ignorables removed.
public struct CasefoldNormalizer: @unchecked Sendable {
  // ICU's own immutable singleton: never closed, safe to share.
  private let normalizer: OpaquePointer

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    let call = "unorm2_getNFKCCasefoldInstance"
    normalizer = try unwrapped(
      try checked(call) { cicu_unorm2_getNFKCCasefold(&$0) }, call)
  }

  /// Whether a text may be cut before this code point and its parts normalised on their own.
  public func hasBoundary(before scalar: UInt32) -> Bool {
    cicu_unorm2_hasBoundaryBefore(normalizer, scalar)
  }

  /// Appends the normalised form of `units[range]` to `output`.
  public func normalize(
    _ units: [UInt16], in range: Range<Int>, into output: inout [UInt16]
  ) throws(ICUError) {
    // NFKC_Casefold makes at most 18 units of one.
    let capacity = range.count * 18
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: capacity))
    let length = try checked("unorm2_normalize") { status in
      units.withUnsafeBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          cicu_unorm2_normalize(
            normalizer, source.baseAddress! + range.lowerBound, Int32(range.count),
            target.baseAddress! + start, Int32(capacity), &status)
        }
      }
    }
    output.removeLast(capacity - Int(length))
  }

  /// The code points that may change, or that may have no boundary before them; all others are
  /// normalised wherever they stand.
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
