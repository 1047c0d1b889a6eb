public import ICUSupport

/// Cuts text into words and what stands between them.
///
/// Segmenters keep working storage, so a value must not be used by two threads at a time.
public protocol WordSegmenting: AnyObject {
  /// What decides the boundaries, for fingerprints.
  var fingerprint: String { get }

  /// Replaces `tokens` by the segments of `utf8`, which together cover all of it.
  ///
  /// - Parameter utf8: any bytes shorter than 2³¹; a broken part counts as one U+FFFD.
  func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError)
}
