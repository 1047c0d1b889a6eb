/// One segment of an index, for searching: its terms and episodes by the segment's own numbers.
///
/// Bytes, cursors and streams that it hands out must not outlive it.
package struct IndexPart: Sendable {
  private let segment: Segment
  /// What the episodes are called in the index, `UInt32.max` for deleted ones; `nil` where their
  /// numbers are the same.
  private let numbers: [UInt32]?

  init(_ segment: Segment, numbers: [UInt32]?) {
    (self.segment, self.numbers) = (segment, numbers)
  }

  // MARK: Episodes

  /// Episodes, deleted ones too.
  package var episodeCount: Int { segment.counts.episodes }

  /// What an episode is called in the index; `nil` if it is deleted.
  @inline(__always)
  package func number(of episode: Int) -> Int? {
    guard let numbers else { return episode }
    return numbers[episode] == .max ? nil : Int(numbers[episode])
  }

  /// More positions than this no postings have: a block of 128 takes a byte at least.
  package var mostPositions: Int {
    (segment.file.length(.postings) + segment.counts.terms) * TermPostings.blockLength
  }

  /// What is wrong with the part.
  package func corrupt(_ what: String) -> IndexError { segment.corrupt(what) }

  /// How many words an episode has.
  package func wordCount(of episode: Int) throws(IndexError) -> Int {
    try segment.wordCount(of: episode)
  }

  package func stream(of episode: Int) throws(IndexError) -> EpisodeStream {
    try segment.stream(of: episode)
  }

  package func record(of episode: Int) throws(IndexError) -> EpisodeRecord {
    try segment.record(of: episode)
  }

  /// The cues, the text, and where in it each word stands.
  package func details(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    try segment.text(of: episode)
  }

  /// Some cues with their text, and where in it each of their words stands.
  package func details(
    ofCues cues: Range<Int>, of episode: Int
  ) throws(IndexError) -> EpisodeWords.Details {
    try segment.text(ofCues: cues, of: episode)
  }

  /// The cues, and of the text what stands around the words, which are empty in it.
  package func gaps(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    try segment.surroundings(of: episode)
  }

  // MARK: Terms

  /// The term with a key; `nil` if there is none.
  package func term(withKey key: [UInt8]) throws(IndexError) -> Int? {
    try key.lend { (key) throws(IndexError) in try segment.term(withKey: key) }
  }

  /// The terms whose keys start with a string.
  package func terms(startingWith string: [UInt8]) throws(IndexError) -> Range<Int> {
    try segment.terms(startingWith: string)
  }

  /// The terms whose keys contain a string, in ascending order.
  package func terms(containing string: [UInt8]) throws(IndexError) -> [Int] {
    try segment.terms(containing: string)
  }

  /// The terms whose keys end with a string, in ascending order.
  package func terms(endingWith string: [UInt8]) throws(IndexError) -> [Int] {
    try segment.terms(endingWith: string)
  }

  /// A measure of how many terms have a character from U+2E80 on: bytes of their list.
  package func weight(ofCharacter character: UInt32) -> Int {
    segment.characters.weight(of: character)
  }

  /// The terms of a kind, in ascending order.
  package func terms(ofKind kind: UInt8) throws(IndexError) -> [Int] {
    let kinds = try segment.kinds()
    return kinds.indices.filter { kinds[$0] == kind }
  }

  package var termCount: Int { segment.counts.terms }

  package func key(of term: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    try segment.key(of: term)
  }

  /// How many episodes have a term, and how often it stands in them, deleted ones included.
  package func counts(
    of term: Int
  ) throws(IndexError) -> (episodes: Int, occurrences: Int) {
    try segment.postingCounts(of: term)
  }

  package func cursor(of term: Int) throws(IndexError) -> PostingsCursor {
    try segment.cursor(of: term)
  }

  // MARK: Spellings

  /// The spellings of some terms.
  package func spellings(of terms: Range<Int>) throws(IndexError) -> Range<Int> {
    guard !terms.isEmpty else { return 0..<0 }
    let first = try segment.spellings(of: terms.lowerBound).lowerBound
    return first..<max(first, try segment.spellings(of: terms.upperBound - 1).upperBound)
  }

  /// The term that a spelling belongs to.
  ///
  /// - Complexity: O(log n).
  package func term(ofSpelling spelling: Int) -> Int { segment.term(ofSpelling: spelling) }

  /// A spelling as it stands in the original.
  package func spelling(_ spelling: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    try segment.spelling(spelling, of: segment.term(ofSpelling: spelling))
  }
}

extension IndexReader {
  /// The segments, for searching.
  package var parts: [IndexPart] {
    get throws(IndexError) {
      let numbers = try partNumbers()
      return segments.enumerated().map { IndexPart($1.segment, numbers: numbers?[$0]) }
    }
  }
}
