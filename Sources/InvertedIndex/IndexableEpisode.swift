/// An analysed episode, ready to be added to an index.
public struct IndexableEpisode: Sendable {
  public var record: EpisodeRecord
  /// The original text, as UTF-8, that the cues point into.
  public var text: [UInt8]
  public private(set) var cues: [CueRecord] = []
  private(set) var tokens: [WordToken] = []
  private(set) var vocabulary = Vocabulary()

  public init(record: EpisodeRecord, text: [UInt8]) {
    self.record = record
    self.text = text
  }

  /// How many words the episode has so far.
  public var wordCount: Int { tokens.count }

  /// Adds a word: its key (search form), its spelling in the original and its kind.
  public mutating func addWord(
    key: ArraySlice<UInt8>, spelling: ArraySlice<UInt8>, kind: UInt8, gap: WordToken.Gap
  ) {
    let number = vocabulary.intern(key: key, spelling: spelling, kind: kind)
    tokens.append(WordToken(spelling: number, gap: gap))
  }

  /// Changes what follows the word added last, once that is known.
  public mutating func setLastGap(_ gap: WordToken.Gap) {
    guard let last = tokens.popLast() else { return }
    tokens.append(WordToken(spelling: last.spelling, gap: gap))
  }

  /// Ends a cue whose words are those added since the last one ended.
  public mutating func addCue(text: Range<Int>, start: Int?, end: Int?, speaker: Int?) {
    let first = cues.last?.words.upperBound ?? 0
    cues.append(
      CueRecord(
        text: text, start: start, end: end, speaker: speaker, words: first..<tokens.count))
  }
}
