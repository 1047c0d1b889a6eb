/// What searching and counting need of an index; the format behind it is free to change.
///
/// Episodes are numbered from 0 in order of their paths, terms from 0 in order of their keys by
/// code point, spellings from 0 in order of term, then spelling.
public protocol WordIndex: Sendable {
  var settings: IndexSettings { get }

  var episodes: [EpisodeRecord] { get throws(IndexError) }

  var episodeCount: Int { get }

  /// The cues of an episode, in order; their word ranges cover its word stream.
  func cues(of episode: Int) throws(IndexError) -> [CueRecord]

  /// How many cues an episode has.
  func cueCount(of episode: Int) throws(IndexError) -> Int

  /// The words of cues that follow one another, as positions in their episode's word stream.
  ///
  /// - Complexity: O(1).
  func words(ofCues cues: Range<Int>, of episode: Int) throws(IndexError) -> Range<Int>

  /// The original text of an episode, in UTF-8.
  func text(of episode: Int) throws(IndexError) -> [UInt8]

  /// The words of an episode, in order.
  func tokens(of episode: Int) throws(IndexError) -> [WordToken]

  /// The term of each word of an episode, in order.
  func terms(of episode: Int) throws(IndexError) -> [UInt32]

  /// The spelling of each word of an episode, in order.
  func words(of episode: Int) throws(IndexError) -> [UInt32]

  /// What follows each word of an episode, in order.
  func joints(of episode: Int) throws(IndexError) -> [WordJoint]

  /// The places of an episode where one character joins two words, in order.
  func joiners(of episode: Int) throws(IndexError) -> [Joiner]

  func record(of episode: Int) throws(IndexError) -> EpisodeRecord

  /// How many words an episode has.
  func wordCount(of episode: Int) throws(IndexError) -> Int

  var termCount: Int { get throws(IndexError) }

  var spellingCount: Int { get throws(IndexError) }

  /// The search form of a term, in UTF-8.
  func key(of term: Int) throws(IndexError) -> ArraySlice<UInt8>

  /// The kind of word that a term is: the raw value that the episodes were added with.
  func kind(of term: Int) throws(IndexError) -> UInt8

  /// The term that a spelling belongs to.
  func term(ofSpelling spelling: Int) throws(IndexError) -> Int

  /// The spellings of a term.
  func spellings(of term: Int) throws(IndexError) -> Range<Int>

  /// A spelling as it stands in the original, in UTF-8.
  func spelling(_ spelling: Int) throws(IndexError) -> ArraySlice<UInt8>

  /// How often a spelling stands in the whole index.
  func count(ofSpelling spelling: Int) throws(IndexError) -> Int

  /// The number of a term by its key, or `nil`.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  func term(withKey key: ArraySlice<UInt8>) throws(IndexError) -> Int?

  /// The number of episodes that have a term (its document frequency).
  func episodeCount(of term: Int) throws(IndexError) -> Int

  /// The occurrences of a term, in order of episodes.
  func postings(of term: Int) throws(IndexError) -> [Posting]
}

extension WordIndex {
  public func wordCount(of episode: Int) throws(IndexError) -> Int {
    try record(of: episode).wordCount
  }

  /// How often a term stands in the whole index (its collection frequency).
  public func count(of term: Int) throws(IndexError) -> Int {
    var count = 0
    for spelling in try spellings(of: term) { count += try self.count(ofSpelling: spelling) }
    return count
  }

  /// The original spelling of a term that is most frequent in the whole index, in UTF-8; of equal
  /// ones the first by code points.
  public func displaySpelling(of term: Int) throws(IndexError) -> ArraySlice<UInt8> {
    var best = (spelling: 0, count: -1)
    for spelling in try spellings(of: term) {
      let count = try count(ofSpelling: spelling)
      if count > best.count { best = (spelling, count) }
    }
    return try spelling(best.spelling)
  }
}
