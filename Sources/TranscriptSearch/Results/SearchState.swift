import InvertedIndex

/// What a query keeps while it runs: matchers, ICU's iterators, speakers.
///
/// A value must not be used by two threads at a time.
public final class SearchState {
  let searcher: Searcher
  let analyzer: PatternAnalyzer
  /// Whether a match may go on in the next cue of a turn.
  let crossesCues: Bool
  private var matchers: [MatcherKey: any ClauseMatcher] = [:]
  private var keys: [String: [[UInt8]]] = [:]
  /// Who speaks in the episodes that were asked for last.
  private var speakers: [Int: EpisodeSpeakers] = [:]

  private static let mostSpeakers = 10_000

  private struct MatcherKey: Hashable {
    let clause: QueryClause
    let segment: Int
  }

  /// - Parameters:
  ///   - crossesCues: whether a match may go on in the next cue of a turn.
  ///   - analyzer: what asks ICU.
  public init(
    _ searcher: Searcher, crossesCues: Bool = true, analyzer: PatternAnalyzer? = nil
  ) throws {
    (self.searcher, self.crossesCues) = (searcher, crossesCues)
    self.analyzer = try analyzer ?? PatternAnalyzer()
  }

  /// Who speaks in an episode; read once for many texts.
  func speakers(of episode: Int) throws -> EpisodeSpeakers {
    if let known = speakers[episode] { return known }
    let found = EpisodeSpeakers(
      try stream(of: episode), try searcher.reader.cues(of: episode))
    if speakers.count >= Self.mostSpeakers { speakers = [:] }
    speakers[episode] = found
    return found
  }

  /// The words of an episode of the index.
  func stream(of episode: Int) throws(IndexError) -> EpisodeStream {
    let location = searcher.location(of: episode)
    return try searcher.segments[location.segment].reader.stream(of: location.episode)
  }

  // MARK: Clauses

  /// What finds a clause in a segment; made once.
  func matcher(_ clause: QueryClause, in segment: Int) throws -> any ClauseMatcher {
    let key = MatcherKey(clause: clause, segment: segment)
    if let known = matchers[key] { return known }
    let matcher = try makeMatcher(clause, segment)
    matchers[key] = matcher
    return matcher
  }

  private func makeMatcher(
    _ clause: QueryClause, _ segment: Int
  ) throws -> any ClauseMatcher {
    let reader = searcher.segments[segment].reader
    switch clause.kind {
    case .text, .exact:
      return try matcher(
        for: try analyzer.pattern(of: clause.text, isExact: clause.kind == .exact), in: segment)
    case .words:
      return try PhraseMatcher(reader, keys: try keys(of: clause), crossesCues: crossesCues)
    case .prefix:
      return try PrefixMatcher(reader, prefix: try analyzer.pattern(of: clause.text))
    case .near(let distance, let clauses):
      return NearMatcher(
        try clauses.map { try matcher($0, in: segment) },
        InterwordText(reader, analyzer, crossesCues: crossesCues), distance: distance)
    }
  }

  /// What finds a text in a segment.
  ///
  /// - Parameter wholeWords: whether both ends must be ends of words.
  func matcher(
    for pattern: TextPattern, in segment: Int, wholeWords: Bool = false
  ) throws -> any ClauseMatcher {
    let folded = try foldedMatcher(for: pattern, in: segment, wholeWords: wholeWords)
    guard let spelling = pattern.spelling else { return folded }
    return ExactMatcher(folded, spelling, in: searcher.segments[segment].reader, analyzer)
  }

  /// What finds a text in search form.
  private func foldedMatcher(
    for pattern: TextPattern, in number: Int, wholeWords: Bool
  ) throws -> any ClauseMatcher {
    let segment = searcher.segments[number]
    if wholeWords,
      let matcher = try WholeWordMatcher(
        segment.reader, segment.users, pattern, crossesCues: crossesCues)
    {
      return matcher
    }
    return try PatternMatcher(
      segment.reader, segment.users, pattern, analyzer, crossesCues: crossesCues,
      wholeWords: wholeWords)
  }

  /// The words of a clause of whole words.
  func keys(of clause: QueryClause) throws -> [[UInt8]] {
    if let known = keys[clause.text] { return known }
    let found = try searcher.tokenize(clause.text)
    keys[clause.text] = found
    return found
  }

  /// Whether the words are all that there is in a clause, apart from white space.
  private func isWordsOnly(_ clause: QueryClause) throws -> Bool {
    let pattern = try analyzer.pattern(of: clause.text)
    let words = try keys(of: clause).reduce(0) { count, key in
      count + (try analyzer.pattern(ofForm: key[...]).lengthWithoutSpace)
    }
    return words == pattern.lengthWithoutSpace
  }

  /// Refuses clauses in which there is nothing to find.
  func check(_ clauses: [QueryClause], of query: String) throws {
    for clause in clauses {
      switch clause.kind {
      case .text where !(try analyzer.pattern(of: clause.text).hasWords),
        .exact where !(try analyzer.pattern(of: clause.text).hasWords):
        throw QueryError(
          code: QueryScanner.foreignOperator(clause.text).map(QueryError.Code.foreignOperator)
            ?? .noWordCharacter,
          query: query, position: clause.position)
      case .words where try keys(of: clause).isEmpty:
        throw QueryError(code: .noWord, query: query, position: clause.position)
      case .prefix where try !analyzer.pattern(of: clause.text).isLetters:
        throw QueryError(code: .prefixOfOther, query: query, position: clause.position)
      case .words where try !isWordsOnly(clause):
        throw QueryError(code: .wordWithPunctuation, query: query, position: clause.position)
      case .near(_, let clauses): try check(clauses, of: query)
      default: break
      }
    }
  }
}
