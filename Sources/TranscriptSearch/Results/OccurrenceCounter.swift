import InvertedIndex

/// Counts given texts, whatever the segmentation.
///
/// A value must not be used by two threads at a time.
public final class OccurrenceCounter {
  private let state: SearchState
  private let match: TextMatch
  /// What finds the last texts in each segment.
  private var known: [TextPattern: [any ClauseMatcher]] = [:]
  private static let mostKnown = 256

  public init(_ state: SearchState, match: TextMatch) {
    (self.state, self.match) = (state, match)
  }

  /// The pattern of a text; `nil` if there is no word in it.
  ///
  /// - Parameter isExact: whether only what is spelled so in the original counts.
  public func pattern(of text: String, isExact: Bool = false) throws -> TextPattern? {
    let pattern = try state.analyzer.pattern(of: text, isExact: isExact)
    return pattern.hasWords ? pattern : nil
  }

  /// Calls `body` with each episode that has a text, in order, and how often it stands there.
  public func forEachCount(
    of pattern: TextPattern, _ body: (_ episode: Int, _ count: Int) -> Void
  ) throws {
    var found: [(episode: Int, count: Int)] = []
    for (number, segment) in state.searcher.segments.enumerated() {
      for hits in try matcher(pattern, number).hits() {
        guard let episode = segment.number(of: hits.episode) else { continue }
        found.append((episode, hits.count))
      }
    }
    if state.searcher.segments.count > 1 { found.sort { $0.episode < $1.episode } }
    for (episode, count) in found { body(episode, count) }
  }

  /// The likely reason why a text does not occur in the whole index.
  ///
  /// - Parameter isExact: whether only what is spelled so in the original counts.
  public func zeroHitReason(for text: String, isExact: Bool = false) throws -> ZeroHitReason? {
    guard try count(of: text, isExact: isExact) == 0 else { return nil }
    let others = isExact ? try count(of: text, isExact: false) : 0
    if others > 0 { return .otherSpellings(text: text, count: others) }
    return try ZeroHitExplainer(state: state).reason(forLiteral: text)
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
    let location = state.searcher.location(of: episode)
    let speakers = try state.speakers(of: episode)
    let stream = try state.stream(of: episode)
    return try matcher(pattern, location.segment).matches(in: location.episode).map { match in
      (stream.cue(ofWord: match.first), speakers.speaker(ofWord: match.first))
    }
  }

  private func matcher(_ pattern: TextPattern, _ segment: Int) throws -> any ClauseMatcher {
    if let matchers = known[pattern] { return matchers[segment] }
    let matchers = try state.searcher.segments.indices.map {
      try state.matcher(for: pattern, in: $0, wholeWords: match == .word)
    }
    if known.count >= Self.mostKnown { known = [:] }
    known[pattern] = matchers
    return matchers[segment]
  }
}
