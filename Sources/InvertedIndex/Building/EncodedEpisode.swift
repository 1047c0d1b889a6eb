/// An episode as it goes into a segment, in the numbering of the encoder that made it.
public struct EncodedEpisode: Sendable {
  /// What is known of the episode; the encoder sets the numbers of words and cues, and the duration.
  public internal(set) var record: EpisodeRecord
  /// `EpisodeWords`.
  var words: [UInt8] = []
  /// The spellings, in the order in which they first stand in the episode, and how often each does.
  var spellings: [UInt32] = []
  var spellingCounts: [UInt32] = []
  /// The terms, in the order in which they first stand in the episode, and their kinds.
  var terms: [UInt32] = []
  var kinds: [UInt8] = []
  /// Of each term how often it stands, then its positions: numbers of two bytes, or of four where
  /// the episode has more words than two bytes can tell.
  var postings: [UInt8] = []
  /// What the encoder met for the first time: keys, and spellings with their terms.
  var newTerms = ByteArena()
  var newSpellings = ByteArena()
  var newSpellingTerms: [UInt32] = []
  /// Which encoder numbered them.
  var encoder: Int

  /// Whether the numbers of an episode's postings have two bytes.
  static func isNarrow(words: Int) -> Bool { words <= UInt16.max }
}
