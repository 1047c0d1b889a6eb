extension SegmentReader {
  /// How many episodes there are, deleted ones too.
  package var episodeCount: Int { counts.episodes }

  package var termCount: Int { counts.terms }

  /// More positions than this no postings have: a block of 128 takes a byte at least.
  package var mostPositions: Int {
    (file.length(.postings) + counts.terms) * TermPostings.blockLength
  }

  /// The term with a key; `nil` if there is none.
  ///
  /// - Complexity: O(log n).
  package func term(withKey key: [UInt8]) throws(IndexError) -> Int? {
    try key.lend { (key) throws(IndexError) in try term(withKey: key) }
  }

  /// The terms of a kind, in ascending order.
  package func terms(ofKind kind: UInt8) throws(IndexError) -> [Int] {
    let kinds = try kinds()
    return kinds.indices.filter { kinds[$0] == kind }
  }

  /// A measure of how many terms have a character from U+2E80 on: bytes of their list.
  package func weight(ofCharacter character: UInt32) -> Int { characters.weight(of: character) }

  /// The spellings of some terms.
  package func spellings(of terms: Range<Int>) throws(IndexError) -> Range<Int> {
    guard !terms.isEmpty else { return 0..<0 }
    let first = try spellings(of: terms.lowerBound).lowerBound
    return first..<max(first, try spellings(of: terms.upperBound - 1).upperBound)
  }

  /// A spelling as it stands in the original.
  package func spelling(_ spelling: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    try self.spelling(spelling, of: term(ofSpelling: spelling))
  }
}

/// What the episodes of one segment are called in an index.
package struct EpisodeNumbers: Sendable {
  /// `UInt32.max` for deleted ones; `nil` where the numbers are the same.
  private let numbers: [UInt32]?

  init(_ numbers: [UInt32]?) { self.numbers = numbers }

  /// The number in the index of an episode of the segment; `nil` if it is deleted.
  @inline(__always)
  package subscript(episode: Int) -> Int? {
    guard let numbers else { return episode }
    return numbers[episode] == .max ? nil : Int(numbers[episode])
  }
}

extension IndexReader {
  /// The segments, with what their episodes are called in the index.
  package var numberedSegments: [(segment: SegmentReader, numbers: EpisodeNumbers)] {
    get throws(IndexError) {
      let numbers = try partNumbers()
      return segments.enumerated().map { ($1.segment, EpisodeNumbers(numbers?[$0])) }
    }
  }
}
