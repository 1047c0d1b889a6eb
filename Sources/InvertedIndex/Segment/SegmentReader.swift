import FilePaths
import Synchronization

/// Some episodes with their words, in one immutable file.
///
/// Episodes, terms and spellings have the numbers of the segment, see `SegmentFormat`. Nothing is
/// decoded but what is asked for. Bytes, cursors and streams that it hands out must not outlive it.
// Sendable: all properties are constants, but for `terms` and `textCount`, which are safe by themselves.
package final class SegmentReader: @unchecked Sendable {
  let file: SegmentFile
  private let wordEnds, vocabularyEnds, recordEnds, postingEnds, keyEnds: EliasFano
  private let spellingEnds, spellingFirsts, spellingCounts: EliasFano
  let characters: CharacterTerms
  private let terms = Lazy<[UInt32]>()
  private let textCount = Atomic(0)

  var counts: SegmentCounts { file.counts }

  init(_ contents: FileContents) throws(IndexError) {
    let file = try SegmentFile(contents)
    self.file = file
    let counts = file.counts
    func ends(
      _ section: SegmentFormat.Section, of parts: SegmentFormat.Section, _ count: Int
    ) throws(IndexError) -> EliasFano {
      try file.list(section, count: count, bound: file.length(parts))
    }
    do throws(IndexError) {
      wordEnds = try ends(.wordEnds, of: .words, counts.episodes)
      vocabularyEnds = try ends(.vocabularyEnds, of: .vocabularies, counts.episodes)
      recordEnds = try ends(.recordEnds, of: .records, counts.episodes)
      postingEnds = try ends(.postingEnds, of: .postings, counts.terms)
      keyEnds = try ends(.keyEnds, of: .keys, counts.terms)
      spellingEnds = try ends(.spellingEnds, of: .spellings, counts.spellings)
      spellingFirsts = try file.list(.spellingFirsts, count: counts.terms, bound: counts.spellings)
      spellingCounts = try file.list(
        .spellingCounts, count: counts.spellings, bound: counts.words)
      characters = try CharacterTerms(file)
      guard file.length(.lengths) == 4 * counts.episodes, file.length(.kinds) == counts.terms else {
        throw .corrupt("a section has the wrong length")
      }
    } catch {
      throw error.inFile(file.path)
    }
  }

  /// - Parameter part: bytes of the file, of which the first is to blame.
  package func corrupt(_ what: String, in part: UnsafeRawBufferPointer? = nil) -> IndexError {
    file.corrupt(what, in: part)
  }

  /// Where a part of a section stands.
  private func range(_ ends: EliasFano, _ index: Int) throws(IndexError) -> Range<Int> {
    guard index >= 0, index < ends.count else { throw corrupt("there is no part \(index)") }
    let (start, end) = ends.bounds(at: index)
    guard start <= end else { throw corrupt("offsets go back") }
    return start..<end
  }

  // MARK: Episodes

  package func record(of episode: Int) throws(IndexError) -> EpisodeRecord {
    let bytes = try file.bytes(.records, try range(recordEnds, episode))
    var reader = file.reader(bytes)
    let record = try file.locating(bytes) { () throws(IndexError) in
      try EpisodeRecord(from: &reader)
    }
    guard record.wordCount == (try wordCount(of: episode)) else {
      throw corrupt("the record of \(record.path) does not match its words", in: bytes)
    }
    return record
  }

  /// The episode of a path; `nil` if there is none.
  ///
  /// - Complexity: O(log episodes); O(1) for paths after the last one.
  func episode(at path: FilePath) throws(IndexError) -> Int? {
    guard counts.episodes > 0, try self.path(of: counts.episodes - 1) >= path else { return nil }
    var (first, last) = (0, counts.episodes)
    while first < last {
      let middle = (first + last) / 2
      if try self.path(of: middle) < path { first = middle + 1 } else { last = middle }
    }
    return try self.path(of: first) == path ? first : nil
  }

  /// The path of an episode, which comes first in its record.
  func path(of episode: Int) throws(IndexError) -> FilePath {
    var reader = file.reader(try file.bytes(.records, try range(recordEnds, episode)))
    return try file.locating { () throws(IndexError) in try reader.path() }
  }

  /// How many words an episode has.
  package func wordCount(of episode: Int) throws(IndexError) -> Int {
    let bytes = try file.bytes(.lengths, 4 * episode..<4 * episode + 4)
    return Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
  }

  /// The words of an episode as they are stored.
  func rawWords(of episode: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    try file.bytes(.words, try range(wordEnds, episode))
  }

  /// What matching looks at of an episode's words; it must not outlive the segment.
  package func stream(of episode: Int) throws(IndexError) -> EpisodeStream {
    let bytes = try rawWords(of: episode)
    return try file.locating(bytes) { () throws(IndexError) in
      let stream = try EpisodeStream(
        bytes, in: file,
        vocabulary: try file.bytes(.vocabularies, try range(vocabularyEnds, episode)),
        segmentSpellings: counts.spellings)
      guard stream.wordCount == (try wordCount(of: episode)) else {
        throw .corrupt("an episode has the wrong number of words")
      }
      return stream
    }
  }

  /// The words of an episode; they must not outlive the segment.
  func words(of episode: Int) throws(IndexError) -> EpisodeWords {
    let stream = try stream(of: episode)
    let bytes = try rawWords(of: episode)
    return try file.locating(bytes) { () throws(IndexError) in try EpisodeWords(bytes, stream) }
  }

  // MARK: Terms

  /// The key of a term; the bytes must not outlive the segment.
  package func key(of term: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    try file.bytes(.keys, try range(keyEnds, term))
  }

  func kind(of term: Int) throws(IndexError) -> UInt8 {
    try file.bytes(.kinds, term..<term + 1)[0]
  }

  /// The kinds of all terms.
  func kinds() throws(IndexError) -> UnsafeRawBufferPointer { try file.bytes(.kinds) }

  /// The number of the term with a key; `nil` if there is none.
  ///
  /// - Complexity: O(log n).
  func term(withKey key: UnsafeRawBufferPointer) throws(IndexError) -> Int? {
    let index = try firstTerm(notBefore: key)
    guard index < counts.terms, try self.key(of: index).compare(key) == 0 else { return nil }
    return index
  }

  /// The first term whose key is not before a string.
  func firstTerm(notBefore key: UnsafeRawBufferPointer) throws(IndexError) -> Int {
    var (first, last) = (0, counts.terms)
    while first < last {
      let middle = (first + last) / 2
      if try self.key(of: middle).compare(key) < 0 { first = middle + 1 } else { last = middle }
    }
    return first
  }

  /// A cursor over the postings of a term.
  package func cursor(of term: Int) throws(IndexError) -> PostingsCursor {
    let bytes = try file.bytes(.postings, try range(postingEnds, term))
    return try file.locating(bytes) { () throws(IndexError) in try PostingsCursor(bytes, in: self) }
  }

  /// How many episodes have a term, and how often it stands in them.
  package func postingCounts(of term: Int) throws(IndexError) -> (episodes: Int, occurrences: Int) {
    let range = try range(postingEnds, term)
    // Two numbers of at most ten bytes.
    var reader = file.reader(
      try file.bytes(.postings, range.lowerBound..<min(range.upperBound, range.lowerBound + 20)))
    return try file.locating { () throws(IndexError) in
      try PostingsCursor.counts(&reader, in: self)
    }
  }

  // MARK: Spellings

  /// The term that a spelling belongs to.
  ///
  /// - Complexity: O(log n).
  package func term(ofSpelling spelling: Int) -> Int {
    max(0, spellingFirsts.countUpTo(spelling) - 1)
  }

  /// The spellings of a term.
  func spellings(of term: Int) throws(IndexError) -> Range<Int> {
    guard term < counts.terms else { throw corrupt("there is no term \(term)") }
    let start = spellingFirsts[term]
    let end = term + 1 < counts.terms ? spellingFirsts[term + 1] : counts.spellings
    guard start < end, end <= counts.spellings else { throw corrupt("a term has no spelling") }
    return start..<end
  }

  /// Notes that a text is read: whether so many were that the terms of all spellings are worth a list.
  func areTextsMany() -> Bool { textCount.wrappingAdd(1, ordering: .relaxed).newValue > 16 }

  /// The term of each spelling.
  func termsOfSpellings() throws(IndexError) -> [UInt32] {
    try terms.get { () throws(IndexError) in try expandedTerms() }
  }

  private func expandedTerms() throws(IndexError) -> [UInt32] {
    var terms: [UInt32] = []
    terms.reserveCapacity(counts.spellings)
    for term in 0..<counts.terms {
      let spellings = try spellings(of: term)
      guard spellings.lowerBound == terms.count else { throw corrupt("spellings without a term") }
      terms += repeatElement(UInt32(term), count: spellings.count)
    }
    return terms
  }

  /// The bytes of a spelling of a term; they must not outlive the segment.
  func spelling(_ spelling: Int, of term: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    let bytes = try file.bytes(.spellings, try range(spellingEnds, spelling))
    return bytes.count == 1 && bytes[0] == 0 ? try key(of: term) : bytes
  }

  /// How often a spelling stands in all episodes.
  func count(ofSpelling spelling: Int) throws(IndexError) -> Int {
    guard spelling < counts.spellings else { throw corrupt("there is no spelling \(spelling)") }
    let (before, until) = spellingCounts.bounds(at: spelling)
    let count = until - before
    guard count >= 0 else { throw corrupt("a spelling has a negative count") }
    return count
  }
}

extension SegmentFile {
  /// A list that fills a section.
  func list(
    _ section: SegmentFormat.Section, count: Int, bound: Int
  ) throws(IndexError) -> EliasFano {
    let bytes = try bytes(section)
    return try locating(bytes) { () throws(IndexError) in
      let list = try EliasFano(bytes, count: count, bound: bound)
      guard list.size == length(section) else {
        throw .corrupt("the section “\(section)” has the wrong length")
      }
      return list
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Less than 0 if these bytes come first, 0 if they are equal.
  func compare(_ other: UnsafeRawBufferPointer) -> Int {
    let count = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= count {
      let first = UInt64(bigEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let second = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if first != second { return first < second ? -1 : 1 }
      index += 8
    }
    while index < count {
      if self[index] != other[index] { return Int(self[index]) - Int(other[index]) }
      index += 1
    }
    return self.count - other.count
  }
}
