import InvertedIndex

/// Finds words, and words in a row, that are equal to a text of Han.
///
/// There are few ways to put a text together from words of the dictionary, and each is a row.
final class WholeWordMatcher: ClauseMatcher {
  private let rows: [PhraseMatcher]
  private let episodeCount: Int

  /// Longer texts have too many ways.
  private static let longest = 8

  /// - Returns: `nil` for texts that are not short and of Han alone.
  init?(
    _ segment: SegmentReader, _ users: UserKeys, _ pattern: TextPattern, crossesCues: Bool
  ) throws {
    let starts = (0...pattern.count).filter { pattern.isCharacterStart($0) }
    guard !users.mayBridge(pattern), starts.count <= Self.longest + 1,
      pattern.kinds.allSatisfy({ $0 == .han })
    else { return nil }
    var rows: [PhraseMatcher] = []
    for keys in try Self.rows(of: pattern, starts, from: 0, segment) {
      rows.append(try PhraseMatcher(segment, keys: keys, crossesCues: crossesCues))
    }
    (self.rows, episodeCount) = (rows, segment.episodeCount)
  }

  /// All rows of words of the segment that are the pattern from a character on.
  private static func rows(
    of pattern: TextPattern, _ starts: [Int], from index: Int, _ segment: SegmentReader
  ) throws -> [[[UInt8]]] {
    if index == starts.count - 1 { return [[]] }
    var rows: [[[UInt8]]] = []
    for end in index + 1..<starts.count {
      let key = Array(pattern.bytes[starts[index]..<starts[end]])
      guard try segment.term(withKey: key) != nil else { continue }
      for rest in try Self.rows(of: pattern, starts, from: end, segment) {
        rows.append([key] + rest)
      }
    }
    return rows
  }

  func hits() throws -> [ClauseHits] {
    var counter = HitCounter(episodes: episodeCount)
    for row in rows {
      for hits in try row.hits() {
        counter.add(
          UInt32(truncatingIfNeeded: hits.count), to: hits.episode, isWordAligned: true)
      }
    }
    return counter.hits()
  }

  func matches(in episode: Int) throws -> [PatternMatch] {
    var matches: [PatternMatch] = []
    for row in rows { matches += try row.matches(in: episode) }
    return matches.sorted(by: PatternMatch.precedes)
  }
}
