public import ICUSupport

/// Folds text to its search form, in one pass from UTF-8 to UTF-8.
///
/// 軟件 and 软件, ＡＩ and ai have one search form. The fold is idempotent, and without context but
/// for what NFKC composes. A value is immutable and may be shared between threads.
public struct SearchFormFolder: Sendable {
  private let table: FoldTable

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    table = try FoldTable.shared.get()
  }

  /// What decides the search form, for fingerprints.
  public static var fingerprint: String { FoldTable.fingerprint }

  /// The search form of a text.
  public func fold(_ utf8: Span<UInt8>) throws(ICUError) -> NormalizedText {
    var text = NormalizedText()
    try fold(utf8, into: &text)
    return text
  }

  /// Replaces `text` by the search form of a cue, line or block of lines.
  ///
  /// - Parameter utf8: any bytes below 4 GB; a broken part folds as one U+FFFD, and offsets count
  ///   the real bytes.
  /// - Complexity: O(n).
  public func fold(_ utf8: Span<UInt8>, into text: inout NormalizedText) throws(ICUError) {
    precondition(utf8.count < Int(UInt32.max), "offsets have 32 bits")
    var run = FoldRun(table: table)
    try run.run(utf8, into: &text)
  }
}
