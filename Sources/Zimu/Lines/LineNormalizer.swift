public import TextNormalization

/// A converter of lines to simplified characters or to search form.
///
/// Do not use one instance from two threads at the same time.
public final class LineNormalizer {
  /// The form that lines are converted to.
  public enum Form: String, CaseIterable, Sendable {
    /// Simplified characters, exactly as ICU's `Traditional-Simplified` converts.
    case simplified
    /// The search form, in which text is indexed: NFKC_Casefold, then traditional to simplified.
    case search
  }

  private enum Engine {
    case simplified(SimplifiedConverter)
    case search(SearchFormFolder)
  }

  private let engine: Engine

  /// Creates a converter.
  ///
  /// - Parameter form: the form that lines are converted to.
  /// - Throws: `ZimuError` with the code `icu` if ICU's data cannot be opened.
  public init(_ form: Form) throws(ZimuError) {
    engine = try translatingErrors {
      switch form {
      case .simplified: .simplified(try SimplifiedConverter())
      case .search: .search(try SearchFormFolder())
      }
    }
  }

  /// Returns a line in the converter's form, with a map to offsets in the original.
  ///
  /// - Parameter line: the line in UTF-8. Invalid bytes become U+FFFD.
  /// - Throws: `ZimuError` with the code `icu`.
  /// - Complexity: O(bytes).
  public func normalize(_ line: ArraySlice<UInt8>) throws(ZimuError) -> NormalizedText {
    try translatingErrors {
      switch engine {
      case .simplified(let converter): converter.convert(line.span)
      case .search(let folder): try folder.fold(line.span)
      }
    }
  }

  /// Returns a line in the converter's form, with a map to offsets in the original.
  ///
  /// - Throws: `ZimuError` with the code `icu`.
  /// - Complexity: O(bytes).
  public func normalize(_ line: String) throws(ZimuError) -> NormalizedText {
    try normalize(Array(line.utf8)[...])
  }
}
