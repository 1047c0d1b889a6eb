import InvertedIndex

/// Follows a pattern from a word of an episode to the words before and after it.
struct PatternVerifier {
  let segment: SegmentReader
  let users: UserKeys
  let pattern: TextPattern
  /// Whether a match may go on in the next cue of a turn.
  let crossesCues: Bool
  let gaps: InterwordText

  /// The match of an alignment at a word.
  func match(
    _ alignment: PatternAlignments.Alignment, at word: Int, _ stream: EpisodeStream,
    in episode: Int
  ) throws -> PatternMatch? {
    var from = (word: word, offset: max(0, -alignment.shift), separators: 0)
    if alignment.shift > 0 {
      guard let left = try left(of: word, upTo: alignment.shift, stream, episode) else {
        return nil
      }
      from = left
    }
    let end = min(alignment.keyCount, pattern.count - alignment.shift)
    var to = (word: word, offset: end, endsWord: end == alignment.keyCount, separators: 0)
    if alignment.end < pattern.count {
      guard let right = try right(of: word, from: alignment.end, stream, episode) else {
        return nil
      }
      to = right
    }
    return PatternMatch(
      first: from.word, last: to.word, start: from.offset, end: to.offset,
      leading: from.separators, trailing: to.separators,
      isWordAligned: from.offset == 0 && to.endsWord)
  }

  /// Follows the pattern from an offset to the words after one.
  private func right(
    of word: Int, from offset: Int, _ stream: EpisodeStream, _ episode: Int
  ) throws -> (word: Int, offset: Int, endsWord: Bool, separators: Int)? {
    var (word, offset) = (word, offset)
    while true {
      guard let next = try gap(after: word, at: offset, stream, episode) else { return nil }
      if next == pattern.count {
        let inside = try gaps.edgeCounts(of: word, in: episode).tail
        return (word, try keyCount(word, stream), true, max(0, pattern.count - offset - inside))
      }
      guard word + 1 < stream.wordCount else { return nil }
      word += 1
      let found = try withKey(of: word, stream) { (key, user) -> (count: Int, isAll: Bool)? in
        let count = min(key.count, pattern.count - next)
        for index in 0..<count where key[index] != pattern.bytes[next + index] { return nil }
        guard pattern.isEnd(at: count, of: key.count, user, pattern.kinds.last!) else { return nil }
        return (count, count == key.count)
      }
      guard let found else { return nil }
      offset = next + found.count
      if offset == pattern.count { return (word, found.count, found.isAll, 0) }
    }
  }

  /// Follows the pattern back from an offset to the words before one.
  private func left(
    of word: Int, upTo offset: Int, _ stream: EpisodeStream, _ episode: Int
  ) throws -> (word: Int, offset: Int, separators: Int)? {
    var (word, offset) = (word, offset)
    while true {
      guard let next = try gap(before: word, at: offset, stream, episode) else { return nil }
      if next == 0 {
        let inside = try gaps.edgeCounts(of: word, in: episode).lead
        return (word, 0, max(0, offset - inside))
      }
      guard word > 0 else { return nil }
      word -= 1
      let found = try withKey(of: word, stream) { (key, user) -> (count: Int, start: Int)? in
        let count = min(key.count, next)
        let (start, from) = (key.count - count, next - count)
        for index in 0..<count where key[start + index] != pattern.bytes[from + index] {
          return nil
        }
        guard pattern.isEnd(at: start, of: key.count, user, pattern.kinds.first!) else {
          return nil
        }
        return (count, start)
      }
      guard let found else { return nil }
      offset = next - found.count
      if offset == 0 { return (word, found.start, 0) }
    }
  }

  // MARK: Gaps

  /// Where the pattern goes on in the next word, after what stands between a word, which ends at an
  /// offset of the pattern, and the next one; `nil` if the pattern does not have that.
  private func gap(
    after word: Int, at offset: Int, _ stream: EpisodeStream, _ episode: Int
  ) throws -> Int? {
    let end = pattern.end(of: { $0 == .separator }, from: offset)
    let joint = stream.joint(at: word)
    guard joint == .parted else {
      return isSeam(offset, joint) ? offset + (pattern.kinds[offset] == .space ? 1 : 0) : nil
    }
    guard end > offset else { return nil }
    let row = pattern.bytes[offset..<end]
    if end == pattern.count, try gaps.trailing(after: word, in: episode).starts(with: row) {
      return end
    }
    // Some of the separators may be a user's word's.
    guard let separators = try gaps.separators(after: word, in: episode),
      row.starts(with: separators)
    else {
      return nil
    }
    return offset + separators.count
  }

  /// Where the pattern ends in the word before, which what stands between it and a word follows.
  private func gap(
    before word: Int, at offset: Int, _ stream: EpisodeStream, _ episode: Int
  ) throws -> Int? {
    let start = pattern.start(of: { $0 == .separator }, to: offset)
    let joint = word == 0 ? WordJoint.parted : stream.joint(at: word - 1)
    guard joint == .parted else {
      return isSeam(offset, joint) ? offset - (pattern.kinds[offset - 1] == .space ? 1 : 0) : nil
    }
    guard start < offset else { return nil }
    let row = pattern.bytes[start..<offset]
    if start == 0, try gaps.leading(before: word, in: episode).suffix(row.count) == row {
      return 0
    }
    guard word > 0, let separators = try gaps.separators(after: word - 1, in: episode),
      row.suffix(separators.count) == separators[...]
    else {
      return nil
    }
    return offset - separators.count
  }

  /// Whether the pattern goes on at an offset where a word ends, with at most white space before the
  /// next one.
  private func isSeam(_ offset: Int, _ joint: WordJoint) -> Bool {
    if joint == .cueEnd, !crossesCues { return false }
    let isSpace = pattern.kinds[offset] == .space || pattern.kinds[offset - 1] == .space
    if isSpace { return joint != .none }
    return joint == .none || !pattern.isSpaced(offset)
  }

  // MARK: Keys

  private func keyCount(_ word: Int, _ stream: EpisodeStream) throws -> Int {
    try withKey(of: word, stream) { key, _ in key.count }
  }

  private func withKey<Result>(
    of word: Int, _ stream: EpisodeStream,
    _ body: (UnsafeRawBufferPointer, TextPattern?) -> Result
  ) throws -> Result {
    let term = segment.term(ofSpelling: try stream.spelling(at: word))
    guard let user = users.pattern(of: term) else { return body(try segment.key(of: term), nil) }
    return user.bytes.withUnsafeBytes { body($0, user) }
  }
}
