public import InvertedIndex

/// The text of an episode with its cues, and where matches lie in it.
public struct EpisodeDetails {
  private let details: EpisodeWords.Details
  private let locator: MatchLocator

  init(_ details: EpisodeWords.Details, _ analyzer: PatternAnalyzer) {
    self.details = details
    locator = MatchLocator(details, analyzer)
  }

  /// A cue by its number in the episode.
  public func cue(_ number: Int) -> CueRecord { details.cue(number) }

  /// The original text, UTF-8.
  public var text: [UInt8] { details.text }

  /// When the word begins in which a place of a cue lies, in milliseconds; `nil` where that is not known.
  public func wordStart(at place: Int, in cue: CueRecord) -> Int? {
    details.wordStart(at: place, in: cue)
  }

  /// The bytes of the text that a match covers.
  ///
  /// - Throws: `ICUError`.
  public func range(of match: PatternMatch) throws -> Range<Int> { try locator.range(of: match) }
}
