import InvertedIndex

/// Finds what another matcher finds, where the original text has one given spelling.
///
/// Most matches consist of words that touch, so the spellings of these words decide, and each row of
/// them is compared once. Only where other characters stand between or beside the words, the text of
/// the episode is read.
final class ExactMatcher: ClauseMatcher {
  /// A match as the spellings of its words, with its start in the first and its end in the last one.
  private struct WordRow: Hashable {
    let spellings: [Int]
    let start, end: Int
  }

  private let matcher: any ClauseMatcher
  private let spelling: OriginalSpelling
  private let segment: SegmentReader
  private let analyzer: PatternAnalyzer
  private var known: [WordRow: Bool] = [:]

  private static let mostKnown = 65_536

  init(
    _ matcher: any ClauseMatcher, _ spelling: OriginalSpelling, in segment: SegmentReader,
    _ analyzer: PatternAnalyzer
  ) {
    (self.matcher, self.spelling) = (matcher, spelling)
    (self.segment, self.analyzer) = (segment, analyzer)
  }

  /// - Complexity: O(occurrences that the other matcher finds).
  func hits() throws -> [ClauseHits] {
    try matcher.hits().compactMap { found in
      let matches = try matches(in: found.episode)
      return matches.isEmpty ? nil : ClauseHits(matches, in: found.episode)
    }
  }

  func matches(in episode: Int) throws -> [PatternMatch] {
    let stream = try segment.stream(of: episode)
    var locator: MatchLocator?
    return try matcher.matches(in: episode).filter { match in
      if Self.isRow(match, stream) { return try isSpelled(match, stream) }
      if locator == nil { locator = MatchLocator(try segment.details(of: episode), analyzer) }
      return OriginalSpelling(try locator!.text(of: match)) == spelling
    }
  }

  /// Whether a match has nothing but words and white space.
  private static func isRow(_ match: PatternMatch, _ stream: EpisodeStream) -> Bool {
    match.leading == 0 && match.trailing == 0
      && (match.first..<match.last).allSatisfy { !stream.joint(at: $0).isParted }
  }

  private func isSpelled(_ match: PatternMatch, _ stream: EpisodeStream) throws -> Bool {
    let row = WordRow(
      spellings: try (match.first...match.last).map { try stream.spelling(at: $0) },
      start: match.start, end: match.end)
    if let isSpelled = known[row] { return isSpelled }
    let isSpelled = OriginalSpelling(try text(of: row)) == spelling
    if known.count >= Self.mostKnown { known = [:] }
    known[row] = isSpelled
    return isSpelled
  }

  private func text(of row: WordRow) throws -> ArraySlice<UInt8> {
    let words = try row.spellings.map { [UInt8](try segment.spelling($0)) }
    let start = try analyzer.original(ofStart: row.start, in: words[0][...])
    let cut =
      words[words.count - 1].count
      - (try analyzer.original(ofEnd: row.end, in: words[words.count - 1][...]))
    let text = Array(words.joined())
    return text[start..<max(start, text.count - cut)]
  }
}
