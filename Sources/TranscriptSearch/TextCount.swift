import InvertedIndex

/// Counts given texts, whatever the segmentation.
///
/// A value must not be used by two threads at a time.
public final class TextCount {
  /// What counts as the text.
  public enum Match: String, CaseIterable, Sendable {
    /// It, wherever it stands.
    case text
    /// A word, or words in a row, that are equal to it.
    case word
  }

  private let search: IndexSearch
  private let match: Match
  private let crossesCues: Bool
  /// What finds the last text in each part.
  private var last: (pattern: TextPattern, matchers: [PatternMatcher])?

  public init(_ search: IndexSearch, match: Match, crossesCues: Bool = true) {
    (self.search, self.match, self.crossesCues) = (search, match, crossesCues)
  }

  /// The pattern of a text; `nil` if there is no word in it.
  public func pattern(of text: String) throws -> TextPattern? {
    let pattern = try search.analyzer.pattern(of: text)
    return pattern.hasWords ? pattern : nil
  }

  /// How often a text stands in each episode that has it, in order of episodes.
  public func counts(
    of pattern: TextPattern
  ) throws -> [(episode: Int, count: Int)] {
    var counts: [(episode: Int, count: Int)] = []
    for (number, part) in search.parts.enumerated() {
      var frequencies = EpisodeFrequencies(episodes: part.episodeCount)
      try matcher(pattern, number).add(to: &frequencies)
      for (episode, count) in frequencies.counts.enumerated() where count > 0 {
        if let global = part.number(of: episode) { counts.append((global, Int(count))) }
      }
    }
    return search.parts.count > 1 ? counts.sorted { $0.episode < $1.episode } : counts
  }

  /// How often each speaker (`nil`: none) says a text in an episode.
  public func countsBySpeaker(
    of pattern: TextPattern, in episode: Int
  ) throws -> [Int?: Int] {
    let location = search.locations[episode]
    let cues = try search.reader.cues(of: episode)
    var counts: [Int?: Int] = [:]
    for match in try matcher(pattern, location.part).matches(in: location.episode) {
      let cue = cues.partitioningIndex { $0.words.upperBound > match.first }
      counts[cues[cue].speaker, default: 0] += 1
    }
    return counts
  }

  private func matcher(_ pattern: TextPattern, _ part: Int) throws -> PatternMatcher {
    if let last, last.pattern == pattern { return last.matchers[part] }
    let matchers = try search.parts.indices.map { part in
      try search.matcher(
        for: pattern, in: part, crossesCues: crossesCues, wholeWords: match == .word)
    }
    last = (pattern, matchers)
    return matchers[part]
  }
}
