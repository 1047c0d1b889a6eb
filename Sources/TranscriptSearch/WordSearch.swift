public import InvertedIndex

/// Runs queries of words over an index and ranks the episodes.
public struct WordSearch<Index: WordIndex>: Sendable {
  private let index: Index
  private let ranking: BM25

  public init(_ index: Index) throws(IndexError) {
    self.index = index
    ranking = BM25(lengths: try index.episodes.map(\.wordCount))
  }

  /// The episodes that have all units, the best first; ties in order of episodes.
  ///
  /// - Parameters:
  ///   - includes: whether a cue by a speaker (`nil`: none) of an episode may match.
  ///   - literalPositions: the positions of a posting at which the literal text of a unit stands;
  ///     asked for units with punctuation only.
  public func run(
    _ query: WordQuery, includes: (_ episode: Int, _ speaker: Int?) -> Bool = { _, _ in true },
    literalPositions:
      @escaping (WordQuery.Unit, Posting) throws(IndexError) -> [Int] = { _, _ in [] }
  ) throws(IndexError) -> [EpisodeMatch] {
    let matcher = WordMatcher(index: index, literalPositions: literalPositions)
    var scores: [Int: Double] = [:]
    var starts: [Int: [(unit: Int, words: Range<Int>)]] = [:]
    for (number, unit) in query.units.enumerated() {
      let postings = try matcher.occurrences(of: unit)
      for posting in postings where number == 0 || scores[posting.episode] != nil {
        scores[posting.episode, default: 0] += ranking.score(
          frequency: posting.positions.count,
          length: try index.record(of: posting.episode).wordCount, episodes: postings.count)
        starts[posting.episode, default: []] += posting.positions.map {
          (number, $0..<$0 + unit.keys.count)
        }
      }
      let found = Set(postings.map(\.episode))
      scores = scores.filter { found.contains($0.key) }
    }
    var matches: [EpisodeMatch] = []
    for episode in scores.keys.sorted() {
      let cues = try self.cues(of: episode, starts[episode]!, includes)
      guard Set(cues.flatMap(\.units)).count == query.units.count else { continue }
      matches.append(EpisodeMatch(episode: episode, score: scores[episode]!, cues: ranked(cues)))
    }
    return matches.sorted { ($1.score, $0.episode) < ($0.score, $1.episode) }
  }

  private struct FoundCue {
    let cue: Int
    var units: Set<Int> = []
    var words: [Range<Int>] = []
  }

  /// The cues in which matches start, in order, without those that are not included.
  private func cues(
    of episode: Int, _ starts: [(unit: Int, words: Range<Int>)],
    _ includes: (Int, Int?) -> Bool
  ) throws(IndexError) -> [FoundCue] {
    let cues = try index.cues(of: episode)
    var found: [FoundCue] = []
    var number = 0
    for start in starts.sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
      while cues[number].words.upperBound <= start.words.lowerBound { number += 1 }
      guard includes(episode, cues[number].speaker) else { continue }
      if found.last?.cue != number { found.append(FoundCue(cue: number)) }
      found[found.count - 1].units.insert(start.unit)
      found[found.count - 1].words.append(start.words)
    }
    return found
  }

  private func ranked(_ cues: [FoundCue]) -> [EpisodeMatch.Cue] {
    cues.sorted { ($1.units.count, $0.cue) < ($0.units.count, $1.cue) }
      .map { EpisodeMatch.Cue(cue: $0.cue, unitCount: $0.units.count, words: $0.words) }
  }
}
