public import ICUSupport

/// Folds text to its search form, in one pass from UTF-8 to UTF-8.
///
/// 軟件 and 软件, ＡＩ and ai have one search form. The fold is idempotent, and without context but
/// for what NFKC composes and for middle dots, which are one between Han or kana. A value is immutable and
/// may be shared between threads.
public struct SearchFormFolder: Sendable {
  private let table: FoldTable

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    table = try FoldTable.shared.get()
  }

  /// What decides the search form, for fingerprints.
  public static var fingerprint: String { FoldTable.fingerprint }

  /// The most bytes that a text and its search form may have: offsets have 32 bits, and what is made of
  /// a text takes several times as much memory.
  public static let longestForm = 1 << 28
  static let call = "fold to search form"

  /// The search form of a text, or of a part of one that begins and ends on boundaries of characters.
  ///
  /// - Parameters:
  ///   - before: the code point of the whole text in search form that stands before the part; `nil` at the
  ///     start.
  ///   - after: the one that stands after the part; `nil` at the end.
  public func fold(
    _ utf8: Span<UInt8>, before: UInt32? = nil, after: UInt32? = nil
  ) throws(ICUError) -> NormalizedText {
    var text = NormalizedText()
    try fold(utf8, before: before, after: after, into: &text)
    return text
  }

  /// Replaces `text` by the search form of a cue, line or block of lines.
  ///
  /// - Parameter utf8: any bytes; a broken part folds as one U+FFFD, and offsets count the real bytes.
  /// - Throws: `ICUError`, with the code `inputTooLong` if text or search form are longer than
  ///   `longestForm`.
  /// - Complexity: O(n).
  public func fold(
    _ utf8: Span<UInt8>, before: UInt32? = nil, after: UInt32? = nil,
    into text: inout NormalizedText
  ) throws(ICUError) {
    try ICUError.check(length: utf8.count, atMost: Self.longestForm, Self.call)
    var run = FoldRun(table: table, before: before, after: after)
    try run.run(utf8, into: &text)
  }
}

extension SearchFormFolder {
  /// The search form of a text, as a string.
  package func fold(_ text: String) throws(ICUError) -> String {
    String(decoding: try fold(Array(text.utf8).span).bytes, as: UTF8.self)
  }
}
