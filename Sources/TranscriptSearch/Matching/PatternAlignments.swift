import InvertedIndex

/// The words that can cover one character of a pattern, and where in it they would stand.
///
/// Every occurrence of a pattern has exactly one word that covers a given character of it, so the
/// places of these words are all that there is to look at.
struct PatternAlignments {
  /// A term that fits the pattern where its key begins `shift` bytes after the pattern does.
  struct Alignment {
    let term: Int
    let shift: Int
    /// Where the key ends in the pattern.
    let end: Int
    let keyCount: Int

    /// Whether the word has all of the pattern.
    func isWhole(_ pattern: TextPattern) -> Bool { shift <= 0 && end >= pattern.count }
  }

  private(set) var alignments: [Alignment] = []
  /// About how many looks it takes to verify them.
  private(set) var cost = 0

  private let segment: SegmentReader
  private let users: UserKeys
  private let pattern: TextPattern

  /// So many characters of a pattern are tried as the one that is covered.
  private static let tries = 4

  /// The alignments for the character, or word of letters, that costs least.
  static func best(
    _ segment: SegmentReader, _ users: UserKeys, _ pattern: TextPattern
  ) throws(IndexError) -> PatternAlignments {
    var pivots = Self.pivots(of: pattern, segment)
    pivots.sort { ($0.weight, $0.range.lowerBound) < ($1.weight, $1.range.lowerBound) }
    var best: PatternAlignments?
    for pivot in pivots.prefix(tries) {
      var candidate = PatternAlignments(segment, users, pattern)
      try candidate.find(pivot.range)
      if candidate.cost < best?.cost ?? .max { best = candidate }
      if candidate.alignments.isEmpty { break }
    }
    return best ?? PatternAlignments(segment, users, pattern)
  }

  private init(_ segment: SegmentReader, _ users: UserKeys, _ pattern: TextPattern) {
    (self.segment, self.users, self.pattern) = (segment, users, pattern)
  }

  /// The characters that could be the covered one, and for letters their whole words.
  private static func pivots(
    of pattern: TextPattern, _ segment: SegmentReader
  ) -> [(range: Range<Int>, weight: Int)] {
    var pivots: [(range: Range<Int>, weight: Int)] = []
    var offset = 0
    while offset < pattern.count {
      var end = offset + 1
      switch pattern.kinds[offset] {
      case .han, .kana:
        while !pattern.isCharacterStart(end) { end += 1 }
        let character = pattern.bytes[offset..<end].scalar
        pivots.append((offset..<end, segment.weight(ofCharacter: character)))
      case .letter:
        while end < pattern.count, pattern.kinds[end] == .letter, !pattern.boundaries[end] {
          end += 1
        }
        pivots.append((offset..<end, 0))
      case .space, .separator: break
      }
      offset = end
    }
    return pivots
  }

  private mutating func find(_ pivot: Range<Int>) throws(IndexError) {
    for term in try terms(for: pivot) {
      if let user = users.pattern(of: term) {
        user.bytes.withUnsafeBytes { align(term, $0, pivot, user) }
      } else {
        align(term, try segment.key(of: term), pivot, nil)
      }
    }
    for alignment in alignments {
      let counts = try segment.postingCounts(of: alignment.term)
      // Episodes are added up by the block.
      cost += alignment.isWhole(pattern) ? counts.episodes / 8 : counts.occurrences
    }
  }

  private func terms(for pivot: Range<Int>) throws(IndexError) -> [Int] {
    let bytes = Array(pattern.bytes[pivot])
    guard pattern.kinds[pivot.lowerBound] == .letter else {
      return try segment.terms(containing: bytes)
    }
    // A separator at the end of the pattern may be inside a word: `3.` in `3.5`.
    let isBesideEnd =
      pattern.kinds.first == .separator
      && pattern.start(of: { $0 == .separator }, to: pivot.lowerBound) == 0
      || pattern.kinds.last == .separator
        && pattern.end(of: { $0 == .separator }, from: pivot.upperBound) == pattern.count
    if isBesideEnd { return try segment.terms(containing: bytes) }
    let exact = try segment.term(withKey: bytes)
    let others = users.terms.filter { $0 != exact }
    return others + (exact.map { [$0] } ?? [])
  }

  /// Adds the alignments at which the key has the pivot where the pattern has it, and agrees with
  /// the pattern as far as both go.
  private mutating func align(
    _ term: Int, _ key: UnsafeRawBufferPointer, _ pivot: Range<Int>, _ user: TextPattern?
  ) {
    guard key.count >= pivot.count else { return }
    for place in 0...key.count - pivot.count {
      let shift = pivot.lowerBound - place
      let (from, to) = (max(shift, 0), min(shift + key.count, pattern.count))
      guard key[place] == pattern.bytes[pivot.lowerBound],
        agrees(key, from: from - shift, pattern, from: from, count: to - from),
        pattern.isEnd(at: -shift, of: key.count, user, pattern.kinds.first!),
        pattern.isEnd(at: pattern.count - shift, of: key.count, user, pattern.kinds.last!)
      else { continue }
      alignments.append(
        Alignment(term: term, shift: shift, end: shift + key.count, keyCount: key.count))
    }
  }

  private func agrees(
    _ key: UnsafeRawBufferPointer, from start: Int, _ pattern: TextPattern, from offset: Int,
    count: Int
  ) -> Bool {
    for index in 0..<count where key[start + index] != pattern.bytes[offset + index] {
      return false
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// The code point of one character in UTF-8.
  fileprivate var scalar: UInt32 {
    String(decoding: self, as: UTF8.self).unicodeScalars.first!.value
  }
}
