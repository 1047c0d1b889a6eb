import ICUSupport
public import InvertedIndex

/// An index made ready for searching: its parts, and what is needed to look into them.
///
/// A value must not be used by two threads at a time.
public final class IndexSearch {
  let reader: IndexReader
  let analyzer: PatternAnalyzer
  let parts: [IndexPart]
  private let userKind: UInt8?
  private var users: [UserKeys?]

  /// - Parameter userKind: the kind that words of user dictionaries have; `nil` if the index was made
  ///   without any.
  public init(_ reader: IndexReader, userKind: UInt8?) throws {
    (self.reader, self.userKind) = (reader, userKind)
    analyzer = try PatternAnalyzer()
    parts = try reader.parts
    users = parts.map { _ in nil }
  }

  func userKeys(of part: Int) throws -> UserKeys {
    if let known = users[part] { return known }
    let keys = try UserKeys(parts[part], kind: userKind, analyzer)
    users[part] = keys
    return keys
  }
}

extension IndexSearch {
  /// Where a pattern stands in each episode, as byte ranges of the episodes' texts.
  func places(
    of pattern: TextPattern, crossesCues: Bool = true
  ) throws -> [Int: [Range<Int>]] {
    var places: [Int: [Range<Int>]] = [:]
    for (number, part) in parts.enumerated() {
      let matcher = try PatternMatcher(
        part, try userKeys(of: number), pattern, analyzer, crossesCues: crossesCues)
      var frequencies = EpisodeFrequencies(episodes: part.episodeCount)
      try matcher.add(to: &frequencies)
      for (episode, count) in frequencies.counts.enumerated() where count > 0 {
        guard let global = part.number(of: episode) else { continue }
        let locator = MatchLocator(try part.details(of: episode), analyzer)
        places[global] = try matcher.matches(in: episode).map { locator.range(of: $0) }
        precondition(places[global]!.count == Int(count))
      }
    }
    return places
  }
}
