public import InvertedIndex

/// An index made ready for searching: its parts, and what is needed to look into them.
///
/// A value must not be used by two threads at a time.
public final class IndexSearch {
  /// Cuts text into the keys of words as the transcripts were cut.
  public typealias Cutter = (String) throws -> [[UInt8]]

  let reader: IndexReader
  let analyzer: PatternAnalyzer
  let parts: [IndexPart]
  let ranking: BM25
  /// Of each episode, its part and its number there.
  let locations: [(part: Int, episode: Int)]
  /// Of each episode, how many words it has.
  let lengths: [Int]
  /// Of each part and its episodes, what BM25 adds to a frequency.
  private(set) lazy var norms: [[Double]] = parts.map { part in
    (0..<part.episodeCount).map { episode in
      ranking.norm(length: part.number(of: episode).map { lengths[$0] } ?? 0)
    }
  }
  /// Whether there are episodes that were removed, whose postings are still there.
  let hasDeletions: Bool
  private let userKind: UInt8?
  private let cut: Cutter
  private var users: [UserKeys?]
  private var keys: [String: [[UInt8]]] = [:]
  private var matchers: [MatcherKey: any UnitMatcher] = [:]

  private static let mostMatchers = 4_096

  /// Who speaks in the episodes that were asked for last.
  var knownSpeakers: [Int: EpisodeSpeakers] = [:]
  static let mostSpeakers = 10_000

  private struct MatcherKey: Hashable {
    let unit: QueryUnit
    let part: Int
    let crossesCues: Bool
  }

  /// - Parameter userKind: the kind that words of user dictionaries have; `nil` if the index was made
  ///   without any.
  public convenience init(_ reader: IndexReader, userKind: UInt8?, cut: @escaping Cutter) throws {
    try self.init(reader, userKind: userKind, analyzer: PatternAnalyzer(), cut: cut)
  }

  /// - Parameter analyzer: what asks ICU.
  init(
    _ reader: IndexReader, userKind: UInt8?, analyzer: PatternAnalyzer, cut: @escaping Cutter
  ) throws {
    (self.reader, self.userKind, self.cut, self.analyzer) = (reader, userKind, cut, analyzer)
    parts = try reader.parts
    users = parts.map { _ in nil }
    var locations = [(part: Int, episode: Int)](repeating: (0, 0), count: reader.episodeCount)
    var lengths = [Int](repeating: 0, count: reader.episodeCount)
    for (number, part) in parts.enumerated() {
      for episode in 0..<part.episodeCount {
        guard let global = part.number(of: episode) else { continue }
        locations[global] = (number, episode)
        lengths[global] = try part.wordCount(of: episode)
      }
    }
    (self.locations, self.lengths) = (locations, lengths)
    hasDeletions = parts.reduce(0) { $0 + $1.episodeCount } > reader.episodeCount
    ranking = BM25(episodes: reader.episodeCount, words: lengths.reduce(0, +))
  }

  private func userKeys(of part: Int) throws -> UserKeys {
    if let known = users[part] { return known }
    let keys = try UserKeys(parts[part], kind: userKind, analyzer)
    users[part] = keys
    return keys
  }

  // MARK: Units

  /// What finds a unit in a part; made once.
  func matcher(
    _ unit: QueryUnit, in part: Int, crossesCues: Bool
  ) throws -> any UnitMatcher {
    let key = MatcherKey(unit: unit, part: part, crossesCues: crossesCues)
    if let known = matchers[key] { return known }
    let matcher = try makeMatcher(unit, part, crossesCues)
    // What was asked for long ago need not be kept.
    if matchers.count >= Self.mostMatchers { matchers = [:] }
    matchers[key] = matcher
    return matcher
  }

  private func makeMatcher(
    _ unit: QueryUnit, _ part: Int, _ crossesCues: Bool
  ) throws -> any UnitMatcher {
    switch unit.kind {
    case .text, .exact:
      return try matcher(
        for: try analyzer.pattern(of: unit.text, isExact: unit.kind == .exact), in: part,
        crossesCues: crossesCues)
    case .words:
      return try WordRowMatcher(parts[part], keys: try keys(of: unit), crossesCues: crossesCues)
    case .prefix:
      return try PrefixMatcher(parts[part], prefix: try analyzer.pattern(of: unit.text))
    case .near(let distance, let units):
      return NearMatcher(
        parts[part], try units.map { try matcher($0, in: part, crossesCues: crossesCues) },
        GapTexts(parts[part], analyzer, crossesCues: crossesCues), distance: distance)
    }
  }

  /// The words of a unit of whole words.
  func keys(of unit: QueryUnit) throws -> [[UInt8]] {
    if let known = keys[unit.text] { return known }
    if keys.count >= Self.mostMatchers { keys = [:] }
    let found = try cut(unit.text)
    keys[unit.text] = found
    return found
  }

  /// Whether the words are all that there is in a unit, apart from white space.
  private func isCut(_ unit: QueryUnit) throws -> Bool {
    let pattern = try analyzer.pattern(of: unit.text)
    let words = try keys(of: unit).reduce(0) { count, key in
      count + (try analyzer.pattern(ofForm: key[...]).lengthWithoutSpace)
    }
    return words == pattern.lengthWithoutSpace
  }

  /// What finds a text in a part.
  ///
  /// - Parameter wholeWords: whether both ends must be ends of words.
  func matcher(
    for pattern: TextPattern, in part: Int, crossesCues: Bool, wholeWords: Bool = false
  ) throws -> any UnitMatcher {
    let folded = try foldedMatcher(
      for: pattern, in: part, crossesCues: crossesCues, wholeWords: wholeWords)
    guard let spelling = pattern.spelling else { return folded }
    return ExactMatcher(folded, spelling, in: parts[part], analyzer)
  }

  /// What finds a text in search form.
  private func foldedMatcher(
    for pattern: TextPattern, in part: Int, crossesCues: Bool, wholeWords: Bool
  ) throws -> any UnitMatcher {
    let users = try userKeys(of: part)
    if wholeWords,
      let matcher = try WholeWordMatcher(parts[part], users, pattern, crossesCues: crossesCues)
    {
      return matcher
    }
    return try PatternMatcher(
      parts[part], users, pattern, analyzer, crossesCues: crossesCues, wholeWords: wholeWords)
  }

  /// Where a unit stands in an episode of the index, in order.
  func matches(
    of unit: QueryUnit, in episode: Int, crossesCues: Bool
  ) throws -> [PatternMatch] {
    let location = locations[episode]
    return try matcher(unit, in: location.part, crossesCues: crossesCues)
      .matches(in: location.episode)
  }

  /// Refuses units in which there is nothing to find.
  func check(_ units: [QueryUnit], of query: String) throws {
    for unit in units {
      switch unit.kind {
      case .text where !(try analyzer.pattern(of: unit.text).hasWords),
        .exact where !(try analyzer.pattern(of: unit.text).hasWords):
        throw QueryError(
          code: QueryScanner.foreignOperator(unit.text).map(QueryError.Code.foreignOperator)
            ?? .noWordCharacter,
          query: query, position: unit.position)
      case .words where try keys(of: unit).isEmpty:
        throw QueryError(code: .noWord, query: query, position: unit.position)
      case .prefix where try !analyzer.pattern(of: unit.text).isLetters:
        throw QueryError(code: .prefixOfOther, query: query, position: unit.position)
      case .words where try !isCut(unit):
        throw QueryError(code: .wordWithPunctuation, query: query, position: unit.position)
      case .near(_, let units): try check(units, of: query)
      default: break
      }
    }
  }
}
