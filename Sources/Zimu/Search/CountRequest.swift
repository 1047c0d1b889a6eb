public import CorpusAnalysis
public import TranscriptSearch

/// A request for exact counts of given keywords.
public struct CountRequest: Sendable {
  /// The keywords to count.
  public var keywords: KeywordList
  /// What counts as an occurrence (default: the text, wherever word boundaries fall).
  public var match = TextMatch.text
  /// Whether the spelling must be exactly that of the keyword, so that 后 differs from 後 and IT from it
  /// (default `false`).
  public var isExact = false
  /// The groups that are counted separately (default: one for everything).
  public var grouping = Grouping.total
  /// The filter on fields, such as `show:indigo`, that selects the text to count in. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// Whether a match may continue in the next cue of the same turn (default `true`).
  public var crossesCues = true
  /// The kinds of repeated cues that are not counted (default none).
  public var excludedRepetitions: Set<Repetition> = []

  /// Creates a request with the defaults.
  ///
  /// - Parameter keywords: the keywords to count.
  public init(_ keywords: KeywordList) {
    self.keywords = keywords
  }
}
