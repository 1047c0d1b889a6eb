import InvertedIndex

/// Finds a pattern in one part of an index, wherever it stands.
///
/// A value must not be used by two threads at a time, nor outlive the part.
final class PatternMatcher {
  private typealias Alignment = PatternAlignments.Alignment

  private let part: IndexPart
  private let pattern: TextPattern
  /// Whether both ends must be ends of words.
  private let wholeWords: Bool
  /// Those by which one word is the whole match, and others.
  private let wholes: [Alignment]
  private let partials: [Alignment]
  private let walk: PatternWalk
  private let neighbours: PatternNeighbours
  /// The alignments of each spelling, made when episodes are scanned.
  private lazy var scan = try? PatternScan(part, wholes + partials)

  /// So many words are looked up in postings; if there are more, episodes are scanned for them.
  private static let mostCursors = 32

  init(
    _ part: IndexPart, _ users: UserKeys, _ pattern: TextPattern, _ analyzer: PatternAnalyzer,
    crossesCues: Bool, wholeWords: Bool = false
  ) throws(IndexError) {
    (self.part, self.pattern, self.wholeWords) = (part, pattern, wholeWords)
    let found = try PatternAlignments.best(part, users, pattern).alignments.filter {
      !wholeWords || $0.shift >= 0 && $0.end <= pattern.count
    }
    wholes = found.filter { !$0.needsLeft(pattern) && !$0.needsRight(pattern) }
    partials = found.filter { $0.needsLeft(pattern) || $0.needsRight(pattern) }
    walk = PatternWalk(
      part: part, users: users, pattern: pattern, crossesCues: crossesCues,
      gaps: GapTexts(part, analyzer, crossesCues: crossesCues))
    neighbours = PatternNeighbours(part, users, pattern, wholeWords: wholeWords)
  }

  /// Adds how often the pattern stands in each episode.
  ///
  /// - Complexity: O(postings of the words that have all of it, and occurrences of those that have a
  ///   part).
  func add(to frequencies: inout EpisodeFrequencies) throws(IndexError) {
    for alignment in wholes {
      let isBounded = alignment.shift == 0 && alignment.end == pattern.count
      var cursor = try part.cursor(of: alignment.term)
      try cursor.forEach { episode, frequency in
        frequencies.add(frequency, to: episode, isBounded: isBounded)
      }
    }
    guard !partials.isEmpty else { return }
    var streams = [EpisodeStream?](repeating: nil, count: part.episodeCount)
    var positions: [UInt32] = []
    for alignment in partials {
      guard let sides = try sides(of: alignment) else { continue }
      var cursor = try part.cursor(of: alignment.term)
      while cursor.episode != PostingsCursor.end {
        let episode = cursor.episode
        positions.removeAll(keepingCapacity: true)
        try cursor.appendPositions(to: &positions)
        if streams[episode] == nil { streams[episode] = try part.stream(of: episode) }
        let stream = streams[episode]!
        for position in positions {
          if let match = try match(alignment, sides, at: Int(position), stream, in: episode) {
            frequencies.add(1, to: episode, isBounded: match.isBounded)
          }
        }
        try cursor.next()
      }
    }
  }

  /// The words that can stand beside an alignment; `nil` where none can.
  private func sides(
    of alignment: Alignment
  ) throws(IndexError) -> (before: SpellingSet?, after: SpellingSet?)? {
    let before = alignment.needsLeft(pattern) ? try neighbours.before(alignment.shift) : nil
    let after = alignment.needsRight(pattern) ? try neighbours.after(alignment.end) : nil
    return before?.isEmpty == true || after?.isEmpty == true ? nil : (before, after)
  }

  private func match(
    _ alignment: Alignment, _ sides: (before: SpellingSet?, after: SpellingSet?),
    at position: Int, _ stream: EpisodeStream, in episode: Int
  ) throws(IndexError) -> PatternMatch? {
    if let after = sides.after {
      guard position + 1 < stream.wordCount,
        after.contains(try stream.spelling(at: position + 1))
      else { return nil }
    }
    if let before = sides.before {
      guard position > 0, before.contains(try stream.spelling(at: position - 1)) else {
        return nil
      }
    }
    return try followed(alignment, at: position, stream, in: episode)
  }

  private func followed(
    _ alignment: Alignment, at position: Int, _ stream: EpisodeStream, in episode: Int
  ) throws(IndexError) -> PatternMatch? {
    let match = try walk.match(alignment, at: position, stream, in: episode)
    return wholeWords && match?.isBounded == false ? nil : match
  }

  // MARK: Places

  /// Where the pattern stands in an episode, in order.
  func matches(in episode: Int) throws(IndexError) -> [PatternMatch] {
    var matches: [PatternMatch] = []
    if wholes.count + partials.count <= Self.mostCursors {
      for alignment in wholes + partials { try look(alignment, in: episode, &matches) }
    } else if let scan {
      try scan.forEach(in: try part.stream(of: episode)) {
        (alignment, position, stream) throws(IndexError) in
        if let match = try followed(alignment, at: position, stream, in: episode) {
          matches.append(match)
        }
      }
    }
    return matches.sorted(by: PatternMatch.precedes)
  }

  private func look(
    _ alignment: Alignment, in episode: Int, _ matches: inout [PatternMatch]
  ) throws(IndexError) {
    var cursor = try part.cursor(of: alignment.term)
    try cursor.seek(to: episode)
    guard cursor.episode == episode else { return }
    let stream = try part.stream(of: episode)
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

  init(_ part: IndexPart, _ alignments: [PatternAlignments.Alignment]) throws(IndexError) {
    for alignment in alignments {
      entries.append((try part.spellings(of: alignment.term..<alignment.term + 1), alignment))
    }
    entries.sort { $0.spellings.lowerBound < $1.spellings.lowerBound }
  }

  func forEach(
    in stream: EpisodeStream,
    _ body: (PatternAlignments.Alignment, Int, EpisodeStream) throws(IndexError) -> Void
  ) throws(IndexError) {
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
        try body(entry.alignment, position, stream)
      }
    }
  }
}
