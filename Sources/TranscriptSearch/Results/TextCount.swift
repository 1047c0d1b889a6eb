import InvertedIndex

/// Counts given texts, whatever the segmentation.
///
/// A value must not be used by two threads at a time.
public final class TextCount {
  private let search: IndexSearch
  private let match: TextMatch
  private let crossesCues: Bool
  /// What finds the last texts in each part.
  private var known: [TextPattern: [any UnitMatcher]] = [:]
  private static let mostKnown = 256

  public init(_ search: IndexSearch, match: TextMatch, crossesCues: Bool = true) {
    (self.search, self.match, self.crossesCues) = (search, match, crossesCues)
  }

  /// The pattern of a text; `nil` if there is no word in it.
  ///
  /// - Parameter isExact: whether only what is spelled so in the original counts.
  public func pattern(of text: String, isExact: Bool = false) throws -> TextPattern? {
    let pattern = try search.analyzer.pattern(of: text, isExact: isExact)
    return pattern.hasWords ? pattern : nil
  }

  /// Calls `body` with each episode that has a text, in order, and how often it stands there.
  public func forEachCount(
    of pattern: TextPattern, _ body: (_ episode: Int, _ count: Int) -> Void
  ) throws {
    for posting in try search.postings({ try matcher(pattern, $0) }).postings {
      body(posting.episode, posting.count)
    }
  }

  /// The likely reason why a text does not occur in the whole index.
  ///
  /// - Parameter isExact: whether only what is spelled so in the original counts.
  public func zeroHitReason(for text: String, isExact: Bool = false) throws -> ZeroHitReason? {
    guard try count(of: text, isExact: isExact) == 0 else { return nil }
    let others = isExact ? try count(of: text, isExact: false) : 0
    if others > 0 { return .otherSpellings(text: text, count: others) }
    return try ZeroHitExplainer(search: search, crossesCues: crossesCues).reason(forLiteral: text)
  }

  private func count(of text: String, isExact: Bool) throws -> Int {
    var count = 0
    if let pattern = try pattern(of: text, isExact: isExact) {
      try forEachCount(of: pattern) { count += $1 }
    }
    return count
  }

  /// The cue in which each occurrence of a text in an episode begins, and who speaks in it (`nil`: nobody is known).
  public func places(
    of pattern: TextPattern, in episode: Int
  ) throws -> [(cue: Int, speaker: Int?)] {
    let location = search.locations[episode]
    let speakers = try search.speakers(of: episode)
    let stream = try search.parts[location.part].stream(of: location.episode)
    return try matcher(pattern, location.part).matches(in: location.episode).map { match in
      (stream.cue(ofWord: match.first), speakers.speaker(ofWord: match.first))
    }
  }

  private func matcher(_ pattern: TextPattern, _ part: Int) throws -> any UnitMatcher {
    if let matchers = known[pattern] { return matchers[part] }
    let matchers = try search.parts.indices.map { part in
      try search.matcher(
        for: pattern, in: part, crossesCues: crossesCues, wholeWords: match == .word)
    }
    if known.count >= Self.mostKnown { known = [:] }
    known[pattern] = matchers
    return matchers[part]
  }
}
