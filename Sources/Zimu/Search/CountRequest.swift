public import CorpusAnalysis
public import TranscriptSearch

/// Which keywords to count, and how.
public struct CountRequest: Sendable {
  public var keywords: KeywordList
  public var match = TextMatch.text
  /// Whether only what is spelled exactly as the keyword counts: 后 apart from 後, IT from it.
  public var isExact = false
  public var grouping = Grouping.total
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  /// Whether a match may go on in the next cue of a turn.
  public var crossesCues = true
  /// Which cues that repeat others are left out.
  public var leftOut: Set<Repetition> = []

  public init(_ keywords: KeywordList) {
    self.keywords = keywords
  }
}
