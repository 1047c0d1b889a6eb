import Algorithms
import InvertedIndex

/// Finds a pattern in one segment of an index, wherever it stands.
///
/// A value must not be used by two threads at a time, nor outlive the segment.
final class PatternMatcher {
  private typealias Alignment = PatternAlignments.Alignment

  private let segment: SegmentReader
  private let pattern: TextPattern
  /// Whether both ends must be ends of words.
  private let wholeWords: Bool
  /// Those by which one word is the whole match, and others.
  private let wholes: [Alignment]
  private let partials: [Alignment]
  private let walk: PatternVerifier
  private let neighbours: PatternNeighbours
  private var knownScan: PatternScan?

  /// So many words are looked up in postings; if there are more, episodes are scanned for them.
  private static let mostCursors = 32

  init(
    _ segment: SegmentReader, _ users: UserKeys, _ pattern: TextPattern,
    _ analyzer: PatternAnalyzer,
    crossesCues: Bool, wholeWords: Bool = false
  ) throws {
    (self.segment, self.pattern, self.wholeWords) = (segment, pattern, wholeWords)
    let found = try PatternAlignments.best(segment, users, pattern).alignments.filter {
      !wholeWords || $0.shift >= 0 && $0.end <= pattern.count
    }
    wholes = found.filter { $0.isWhole(pattern) }
    partials = found.filter { !$0.isWhole(pattern) }
    walk = PatternVerifier(
      segment: segment, users: users, pattern: pattern, crossesCues: crossesCues,
      gaps: InterwordText(segment, analyzer, crossesCues: crossesCues))
    neighbours = PatternNeighbours(segment, users, pattern, wholeWords: wholeWords)
  }

  /// - Complexity: O(postings of the words that have all of it, and occurrences of those that have a
  ///   part).
  func hits() throws -> [ClauseHits] {
    var counter = HitCounter(episodes: segment.episodeCount)
    for alignment in wholes {
      let isWordAligned = alignment.shift == 0 && alignment.end == pattern.count
      var cursor = try segment.cursor(of: alignment.term)
      try cursor.walk { counter.add($1, to: $0, isWordAligned: isWordAligned) }
    }
    if pattern.hasSeparators {
      try addByEpisode(to: &counter)
    } else {
      for (sides, alignments) in try groups() { try add(alignments, sides, to: &counter) }
    }
    return counter.hits()
  }

  // MARK: Matches of several words

  /// The words that can stand before and after a word of a match; `nil` is everything.
  private struct Sides {
    var before: NeighbourSet?
    var after: NeighbourSet?

    var isImpossible: Bool { before?.isEmpty == true || after?.isEmpty == true }
  }

  /// The alignments, by which part of the pattern they cover.
  private func groups() throws -> [(sides: Sides, alignments: [Alignment])] {
    var groups: [(sides: Sides, alignments: [Alignment])] = []
    let byPart = Dictionary(grouping: partials) { max($0.shift, 0)..<min($0.end, pattern.count) }
    for (covered, alignments) in byPart {
      let sides = Sides(
        before: covered.lowerBound > 0 ? try neighbours.before(covered.lowerBound) : nil,
        after: covered.upperBound < pattern.count
          ? try neighbours.after(covered.upperBound) : nil)
      if !sides.isImpossible { groups.append((sides, alignments)) }
    }
    return groups
  }

  /// Adds what alignments find that cover the same part of the pattern.
  private func add(
    _ alignments: [Alignment], _ sides: Sides, to counter: inout HitCounter
  ) throws {
    // The rarer side tells most.
    let usesAfter =
      sides.before == nil || sides.after.map { $0.occurrences < sides.before!.occurrences } ?? false
    let set = usesAfter ? sides.after : sides.before
    let beside = try set.map { (set) throws in
      try NeighbourPositions(set, in: segment, episodes: try episodes(of: alignments))
    }
    var positions: [UInt32] = []
    for alignment in alignments {
      var cursor = try segment.cursor(of: alignment.term)
      while cursor.episode != PostingsCursor.end {
        let episode = cursor.episode
        let places = beside?.places(in: episode)
        if places?.isEmpty != true {
          positions.removeAll(keepingCapacity: true)
          try cursor.appendPositions(to: &positions)
          if let beside, let places {
            positions.removeAll { !beside.contains(Int($0) + (usesAfter ? 1 : -1), among: places) }
          }
          if !positions.isEmpty { try follow(alignment, positions, in: episode, &counter) }
        }
        try cursor.next()
      }
    }
  }

  private func follow(
    _ alignment: Alignment, _ positions: [UInt32], in episode: Int,
    _ counter: inout HitCounter
  ) throws {
    let stream = try segment.stream(of: episode)
    for position in positions {
      if let match = try followed(alignment, at: Int(position), stream, in: episode) {
        counter.add(1, to: episode, isWordAligned: match.isWordAligned)
      }
    }
  }

  /// The episodes that have one of the words of alignments, in order.
  private func episodes(of alignments: [Alignment]) throws -> [Int] {
    var counter = HitCounter(episodes: segment.episodeCount)
    for alignment in alignments {
      var cursor = try segment.cursor(of: alignment.term)
      try cursor.walk { counter.add($1, to: $0, isWordAligned: false) }
    }
    return counter.hits().map(\.episode)
  }

  /// Adds what partial alignments find, one episode after the other: the texts between words are read
  /// once.
  private func addByEpisode(to counter: inout HitCounter) throws {
    for episode in try episodes(of: groups().flatMap(\.alignments)) {
      for match in try find(in: episode, isPartial: true) {
        counter.add(1, to: episode, isWordAligned: match.isWordAligned)
      }
    }
  }

  private func followed(
    _ alignment: Alignment, at position: Int, _ stream: EpisodeStream, in episode: Int
  ) throws -> PatternMatch? {
    let match = try walk.match(alignment, at: position, stream, in: episode)
    return wholeWords && match?.isWordAligned == false ? nil : match
  }

  // MARK: Places

  /// Where the pattern stands in an episode, in order.
  func matches(in episode: Int) throws -> [PatternMatch] {
    try find(in: episode, isPartial: false).sorted(by: PatternMatch.precedes)
  }

  /// - Parameter isPartial: whether only those are wanted that no word is by itself.
  private func find(in episode: Int, isPartial: Bool) throws -> [PatternMatch] {
    var matches: [PatternMatch] = []
    let alignments = isPartial ? partials : wholes + partials
    let stream = try segment.stream(of: episode)
    if alignments.count <= Self.mostCursors {
      for alignment in alignments { try look(alignment, stream, in: episode, &matches) }
      return matches
    }
    try scan().forEach(in: stream) { (alignment, position) throws in
      guard !isPartial || !alignment.isWhole(pattern) else { return }
      if let match = try followed(alignment, at: position, stream, in: episode) {
        matches.append(match)
      }
    }
    return matches
  }

  /// The alignments of each spelling.
  private func scan() throws -> PatternScan {
    if let knownScan { return knownScan }
    let scan = try PatternScan(segment, wholes + partials)
    knownScan = scan
    return scan
  }

  private func look(
    _ alignment: Alignment, _ stream: EpisodeStream, in episode: Int,
    _ matches: inout [PatternMatch]
  ) throws {
    var cursor = try segment.cursor(of: alignment.term)
    try cursor.seek(to: episode)
    guard cursor.episode == episode else { return }
    var positions: [UInt32] = []
    try cursor.appendPositions(to: &positions)
    for position in positions {
      if let match = try followed(alignment, at: Int(position), stream, in: episode) {
        matches.append(match)
      }
    }
  }
}

/// Finds the words of many alignments by going through all words of an episode.
private struct PatternScan {
  private var entries: [(spellings: Range<Int>, alignment: PatternAlignments.Alignment)] = []

  init(_ segment: SegmentReader, _ alignments: [PatternAlignments.Alignment]) throws {
    for alignment in alignments {
      entries.append((try segment.spellings(of: alignment.term..<alignment.term + 1), alignment))
    }
    entries.sort { $0.spellings.lowerBound < $1.spellings.lowerBound }
  }

  func forEach(
    in stream: EpisodeStream,
    _ body: (PatternAlignments.Alignment, Int) throws -> Void
  ) throws {
    // A term may be there with several alignments, which stand side by side.
    let firsts = try stream.spellings().map { (spelling) -> Int? in
      let index = entries.partitioningIndex { $0.spellings.upperBound > Int(spelling) }
      guard index < entries.count, entries[index].spellings.contains(Int(spelling)) else {
        return nil
      }
      return index
    }
    for (position, local) in try stream.localStream().enumerated() {
      guard let first = firsts[Int(local)] else { continue }
      let spellings = entries[first].spellings
      for entry in entries[first...] {
        guard entry.spellings == spellings else { break }
        try body(entry.alignment, position)
      }
    }
  }
}
