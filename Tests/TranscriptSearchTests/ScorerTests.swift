import FilePaths
import InvertedIndex
import TestSupport
import Testing

@testable import TranscriptSearch

/// Scorers find, score and count what sets of episodes do.
@Suite struct ScorerTests {
  /// Some episodes, and of each cue whether it may match.
  private struct SomeCues: CueFilter {
    let episodes: Set<Int>
    let leftOut: [Int: Set<Int>]
    var isEverything: Bool { false }
    var usesSpeakers: Bool { false }
    func includes(_ episode: Int, _ speaker: Int?) -> Bool { episodes.contains(episode) }
    func includesAny(of episode: Int) -> Bool { episodes.contains(episode) }
    func matches(_ filter: FieldFilter, _ episode: Int) -> Bool { episode % 3 == 0 }
    func leavesOutAny(of episode: Int) -> Bool { leftOut[episode] != nil }
    func leavesOut(_ cue: Int, of episode: Int) -> Bool {
      leftOut[episode]?.contains(cue) ?? false
    }
  }

  /// Evaluates a query by going through all episodes for each of its parts.
  private struct PlainEvaluation {
    let run: PreparedQuery
    let episodeCount: Int
    let filter: any CueFilter

    /// Occurrences of a clause, counted in the cues of an episode.
    private func occurrences(
      _ clause: QueryClause, _ episode: Int
    ) throws -> (count: Int, aligned: Int) {
      guard try filter.includesAny(of: episode) else { return (0, 0) }
      let matches = try run.state.matches(of: clause, in: episode, filter)
      return (matches.count, matches.count { $0.isWordAligned })
    }

    /// The score of an episode; `nil` where the query does not fit.
    private func score(_ query: Query, _ episode: Int) throws -> Double? {
      switch query {
      case .clause(let clause):
        let (count, aligned) = try occurrences(clause, episode)
        guard count > 0 else { return nil }
        let having = try (0..<episodeCount).count {
          try !run.state.matches(of: clause, in: $0, Everything()).isEmpty
        }
        let ranking = run.searcher.ranking
        let location = run.searcher.location(of: episode)
        return ranking.score(
          frequency: BM25.frequency(count: count, wordAligned: aligned),
          length: run.searcher.segments[location.segment].length(of: location.episode),
          idf: ranking.idf(episodes: having))
      case .fields(let fields):
        return try filter.matches(fields, episode) && filter.includesAny(of: episode) ? 0 : nil
      case .not(let query):
        return try filter.includesAny(of: episode) && score(query, episode) == nil ? 0 : nil
      case .or(let parts):
        return try parts.compactMap { try score($0, episode) }.reduce(nil) { ($0 ?? 0) + $1 }
      case .and(let parts):
        var sum = 0.0
        for part in parts {
          guard let score = try score(part, episode) else { return nil }
          sum += score
        }
        return sum
      }
    }

    func episodes() throws -> [EpisodeScore] {
      try (0..<episodeCount).compactMap { episode in
        guard let score = try score(run.query, episode) else { return nil }
        let count = try run.clauses.reduce(0) { $0 + (try occurrences($1, episode).count) }
        return EpisodeScore(episode: episode, score: score, count: count)
      }
    }
  }

  private static let words = ["数据", "我们", "中心", "人", "open", "ai"]

  private func index(_ random: inout SeededGenerator) throws -> IndexReader {
    let episodes = (0..<Int.random(in: 1...90, using: &random)).map { number in
      PlainEpisode(
        path: "/\(number + 100)", speakers: ["甲"],
        cues: (0..<Int.random(in: 1...3, using: &random)).map { _ in
          let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            PlainEpisode.Word(Self.words.randomElement(using: &random)!, after: " ")
          }
          return PlainEpisode.Cue(words, speaker: 0)
        })
    }
    let isRemoved = episodes.count > 3 && Bool.random(using: &random)
    return try PlainEpisode.index(
      episodes, inParts: Bool.random(using: &random),
      removed: isRemoved ? [FilePath("/100"), FilePath("/102")] : [])
  }

  private func query(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let word = Self.words.randomElement(using: &random)!
    guard depth > 0 else {
      return ["\"\(word)\"", "word:\(word)", "show:x", "\"据\""].randomElement(using: &random)!
    }
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (Int.random(in: 0..<4, using: &random) == 0 ? "NOT " : "")
        + "(\(query(depth - 1, &random)))"
    }
    return parts.joined(separator: Bool.random(using: &random) ? " OR " : " AND ")
  }

  @Test func agreeWithSets() throws {
    var random = SeededGenerator(seed: 29)
    var found = 0
    for _ in 0..<(TestData.isLong ? 3_000 : 150) {
      let reader = try index(&random)
      let searcher = try Searcher(reader, userKind: nil) {
        $0.split(separator: " ").map { Array($0.utf8) }
      }
      let chosen = (0..<reader.episodeCount).filter { _ in Bool.random(using: &random) }
      let filter: any CueFilter =
        Bool.random(using: &random)
        ? Everything()
        : SomeCues(
          episodes: Set(chosen),
          leftOut: Dictionary(uniqueKeysWithValues: chosen.prefix(9).map { ($0, [0, 2]) }))
      for _ in 0..<4 {
        let text = "\"\(Self.words[0])\" OR " + query(2, &random)
        let run = try PreparedQuery(
          text, SearchState(searcher), fold: { $0 }, filter: { _, _ in filter })
        let plain = PlainEvaluation(run: run, episodeCount: reader.episodeCount, filter: filter)
        let (expected, episodes) = (try plain.episodes(), try run.episodes())
        #expect(episodes.map(\.episode) == expected.map(\.episode), "\(text)")
        #expect(episodes.map(\.count) == expected.map(\.count), "\(text)")
        #expect(zip(episodes, expected).allSatisfy { abs($0.score - $1.score) < 1e-9 }, "\(text)")
        let best = episodes.sorted { ($1.score, $0.episode) < ($0.score, $1.episode) }
        #expect(try run.top(5).map(\.episode) == best.prefix(5).map(\.episode), "\(text)")
        var queue = EpisodeQueue(episodes) { $0.score }
        for episode in best { #expect(queue.popFirst() == episode, "\(text)") }
        #expect(queue.popFirst() == nil)
        found += episodes.count
      }
    }
    #expect(found > 10_000)
  }

  /// A segment of more episodes than a window has, and scorers that are far apart.
  @Test func disjunctionsGoOnBehindTheirWindows() throws {
    let lists = [
      [0, 1, 63, 64, 4_095, 4_096, 20_000], [4_097, 9_000], [], [3, 19_999, 20_000],
    ]
    func scorers() throws -> [any Scorer] {
      try lists.map { list in
        try EpisodeScorer(before: 20_001) { list.contains($0) }
      }
    }
    let all = Set(lists.joined()).sorted()
    let scorer = try DisjunctionScorer(try scorers(), before: 20_001)
    var found: [Int] = []
    try scorer.forEach(before: .max) { episode, _, _ in found.append(episode) }
    #expect(found == all && scorer.episode == .max)
    for target in [0, 1, 2, 65, 4_096, 4_098, 9_001, 19_999, 20_001] {
      let scorer = try DisjunctionScorer(try scorers(), before: 20_001)
      try scorer.seek(to: target)
      #expect(scorer.episode == all.first { $0 >= target } ?? .max)
      try scorer.next()
      #expect(scorer.episode == all.filter { $0 >= target }.dropFirst().first ?? .max)
    }
  }
}
