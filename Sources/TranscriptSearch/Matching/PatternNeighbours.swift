import InvertedIndex

/// Which words can stand beside a word of a match: a quick look before the pattern is followed.
///
/// The sets hold more than what matches, never less; `nil` is everything.
final class PatternNeighbours {
  private let segment: SegmentReader
  private let users: UserKeys
  private let pattern: TextPattern
  private let wholeWords: Bool
  private var after: [Int: NeighbourSet?] = [:]
  private var before: [Int: NeighbourSet?] = [:]

  /// Longer beginnings of a pattern are no words.
  private static let longestKey = 128

  /// - Parameter wholeWords: whether words must not go on beyond the pattern.
  init(_ segment: SegmentReader, _ users: UserKeys, _ pattern: TextPattern, wholeWords: Bool) {
    (self.segment, self.users, self.pattern) = (segment, users, pattern)
    self.wholeWords = wholeWords
  }

  /// What can follow a word that ends at an offset of the pattern.
  func after(_ offset: Int) throws(IndexError) -> NeighbourSet? {
    if let known = after[offset] { return known }
    let set = try makeAfter(offset)
    after[offset] = .some(set)
    return set
  }

  /// What can stand before a word that begins at an offset of the pattern.
  func before(_ offset: Int) throws(IndexError) -> NeighbourSet? {
    if let known = before[offset] { return known }
    let set = try makeBefore(offset)
    before[offset] = .some(set)
    return set
  }

  private func makeAfter(_ offset: Int) throws(IndexError) -> NeighbourSet? {
    let start = pattern.end(of: { !$0.isWord }, from: offset)
    guard !users.mayBridge(pattern), start < pattern.count else { return nil }
    let end = pattern.end(of: { $0.isWord }, from: start)
    var terms: [Range<Int>] = []
    if !wholeWords {
      terms.append(try segment.terms(startingWith: Array(pattern.bytes[start..<end])))
    }
    for place in start + 1..<min(end, start + Self.longestKey) + 1
    where (place < end || wholeWords) && pattern.isCharacterStart(place) {
      if let term = try segment.term(withKey: Array(pattern.bytes[start..<place])) {
        terms.append(term..<term + 1)
      }
    }
    return try NeighbourSet(terms.filter { !$0.isEmpty }, in: segment)
  }

  private func makeBefore(_ offset: Int) throws(IndexError) -> NeighbourSet? {
    let end = pattern.start(of: { !$0.isWord }, to: offset)
    guard !users.mayBridge(pattern), end > 0 else { return nil }
    let start = pattern.start(of: { $0.isWord }, to: end)
    var terms: [Range<Int>] = []
    // Words of letters are whole, so that only others may begin before the pattern.
    if !wholeWords, pattern.kinds[start..<end].contains(where: { $0 != .letter }) {
      terms = try segment.terms(endingWith: Array(pattern.bytes[start..<end])).map { $0..<$0 + 1 }
    }
    for place in max(start, end - Self.longestKey)..<end where pattern.isCharacterStart(place) {
      if let term = try segment.term(withKey: Array(pattern.bytes[place..<end])) {
        terms.append(term..<term + 1)
      }
    }
    return try NeighbourSet(terms.filter { !$0.isEmpty }, in: segment)
  }
}

/// Words that can stand beside a word of a match.
struct NeighbourSet {
  let terms: [Range<Int>]
  /// How often they stand in the segment.
  let occurrences: Int

  init(_ terms: [Range<Int>], in segment: SegmentReader) throws(IndexError) {
    self.terms = terms
    var occurrences = 0
    for term in terms.joined() { occurrences += try segment.postingCounts(of: term).occurrences }
    self.occurrences = occurrences
  }

  var isEmpty: Bool { terms.isEmpty }
}
