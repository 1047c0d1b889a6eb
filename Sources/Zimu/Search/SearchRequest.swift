public import CorpusAnalysis

/// A request to search an index.
public struct SearchRequest: Hashable, Sendable {
  /// The order of the episodes of a search.
  public enum Order: String, CaseIterable, Sendable {
    /// By the BM25 score, the best first.
    case relevance
    /// By date, the latest first; undated episodes come last.
    case date
    /// By the number of occurrences, the highest first.
    case count
  }

  /// The query: texts, words and fields, joined by operators.
  ///
  ///     text, "quoted text"             every occurrence, wherever word boundaries fall
  ///     exact:後, exact:"Open AI"       only this spelling in the original
  ///     word:科学, word:"人类 理解"      whole words, or consecutive whole words
  ///     open*                           words of letters that begin so
  ///     NEAR/5(a b)                     at most five words apart, in any order
  ///     show: title: speaker: episode: id: date:2024-01..2024-06 tag:name=value
  ///
  /// `NOT`, or `-`, binds tighter than `AND`, and `AND` tighter than `OR`. Terms side by side are joined by
  /// `AND`.
  public var query: String
  /// The filter on fields, such as `show:indigo`, that selects the text to search. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// The order of the episodes (default: by relevance).
  public var order = Order.relevance
  /// The maximum number of hits, 0 or more (default 20).
  public var limit = 20
  /// The number of hits to skip, 0 or more (default 0).
  public var offset = 0
  /// The maximum number of hits per episode, 0 or more (default 3).
  public var perEpisode = 3
  /// The number of cues to return before and after each hit, 0 or more (default 0).
  public var neighbours = 0
  /// Whether a match may continue in the next cue of the same turn (default `true`).
  public var crossesCues = true
  /// The kinds of repeated cues that are not searched (default none).
  public var excludedRepetitions: Set<Repetition> = []

  /// Creates a request with the defaults.
  ///
  /// - Parameters:
  ///   - query: the query; see `query`.
  ///   - selection: the filter on fields, such as `show:indigo`; `nil` selects everything.
  public init(_ query: String, selection: String? = nil) {
    (self.query, self.selection) = (query, selection)
  }
}
