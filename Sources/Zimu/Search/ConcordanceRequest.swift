public import CorpusAnalysis

/// A request for a concordance (KWIC).
public struct ConcordanceRequest: Sendable {
  /// A word of the context by which lines are sorted: `1L` is the last word before the occurrence, `1R` the
  /// first after it.
  public struct SortKey: Hashable, Sendable {
    /// The distance from the occurrence in words, from −9 to 9: negative before it, positive after it, never
    /// 0.
    public let offset: Int

    /// Creates a sort key from its name.
    ///
    /// - Parameter text: `1L` to `9L` or `1R` to `9R`, in upper or lower case.
    /// - Returns: `nil` for any other text.
    public init?(_ text: String) {
      guard text.utf8.count == 2, let distance = Int(text.prefix(1)), distance > 0 else {
        return nil
      }
      switch text.suffix(1) {
      case "L", "l": offset = -distance
      case "R", "r": offset = distance
      default: return nil
      }
    }
  }

  /// The query, in the language of `SearchRequest.query`.
  public var query: String
  /// The filter on fields, such as `show:indigo`, that selects the text to search. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// The words that lines are sorted by, the most important first. Equal lines are in order of episode and
  /// time (default).
  public var order: [SortKey] = []
  /// The size of a random sample of the occurrences, 0 or more; `nil` (default) takes all.
  public var sample: Int?
  /// The seed of the random sample (default 0). The same seed gives the same sample.
  public var seed: UInt64 = 0
  /// The maximum number of lines, 0 or more (default 100).
  public var limit = 100
  /// The maximum width of the context on each side, in terminal cells (default 30, range `widthRange`).
  public var width = 30
  /// Whether a match may continue in the next cue of the same turn (default `true`).
  public var crossesCues = true
  /// The kinds of repeated cues that are not searched (default none).
  public var excludedRepetitions: Set<Repetition> = []

  /// Creates a request with the defaults.
  ///
  /// - Parameters:
  ///   - query: the query, in the language of `SearchRequest.query`.
  ///   - selection: the filter on fields, such as `show:indigo`; `nil` selects everything.
  public init(_ query: String, selection: String? = nil) {
    (self.query, self.selection) = (query, selection)
  }
}
