public import TextNormalization

/// Rewrites lines of text in simplified characters or in search form.
///
/// A value must not be used by two threads at a time.
public final class LineNormalizer {
  /// What lines are rewritten to.
  public enum Form: String, CaseIterable, Sendable {
    /// Exactly what ICU's `Traditional-Simplified` gives.
    case simplified
    /// What is indexed and searched: NFKC_Casefold, then traditional to simplified.
    case search
  }

  private enum Engine {
    case simplified(SimplifiedConverter)
    case search(SearchFormFolder)
  }

  private let engine: Engine

  public init(_ form: Form) throws(ZimuError) {
    engine = try translatingErrors {
      switch form {
      case .simplified: .simplified(try SimplifiedConverter())
      case .search: .search(try SearchFormFolder())
      }
    }
  }

  /// The line in the form asked for; broken bytes become U+FFFD.
  public func normalize(_ line: ArraySlice<UInt8>) throws(ZimuError) -> NormalizedText {
    try translatingErrors {
      switch engine {
      case .simplified(let converter): converter.convert(line.span)
      case .search(let folder): try folder.fold(line.span)
      }
    }
  }
}
