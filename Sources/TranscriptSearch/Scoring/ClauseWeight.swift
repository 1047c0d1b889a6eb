import Algorithms
import InvertedIndex

/// A clause with what it weighs in the whole index, and where each segment has it.
final class ClauseWeight {
  /// Where one segment has the clause.
  private enum Source {
    /// One word: its postings are read as they are asked for.
    case word(Int)
    /// All episodes that have the clause, in order, deleted ones aside.
    case list([ClauseHits])
  }

  let clause: QueryClause
  /// How many episodes have the clause, whatever the filter.
  let episodeCount: Int
  let idf: Double
  private let sources: [Source]
  private let searcher: Searcher

  /// - Complexity: O(1) for a word in an index without deletions; else O(postings of the words that make the
  ///   clause).
  init(_ clause: QueryClause, _ state: SearchState) throws {
    (self.clause, searcher) = (clause, state.searcher)
    var episodeCount = 0
    var sources: [Source] = []
    for number in searcher.segments.indices {
      let segment = searcher.segments[number]
      if clause.kind == .words, try state.keys(of: clause).count == 1, !segment.hasDeletions {
        guard let term = try segment.reader.term(withKey: try state.keys(of: clause)[0]) else {
          sources.append(.list([]))
          continue
        }
        episodeCount += try segment.reader.postingCounts(of: term).episodes
        sources.append(.word(term))
      } else {
        var hits = try state.matcher(clause, in: number).hits()
        if segment.hasDeletions { hits.removeAll { segment.number(of: $0.episode) == nil } }
        episodeCount += hits.count
        sources.append(.list(hits))
      }
    }
    (self.episodeCount, self.sources) = (episodeCount, sources)
    idf = searcher.ranking.idf(episodes: episodeCount)
  }

  /// What goes through the episodes of a segment that have the clause and may match.
  func scorer(in number: Int, _ admission: EpisodeAdmission?) throws -> any ClauseScoring {
    let segment = searcher.segments[number]
    switch sources[number] {
    case .word(let term):
      return try ClauseScorer(try segment.reader.cursor(of: term), self, segment, admission)
    case .list(let hits):
      return try ClauseScorer(ClauseHitsCursor(hits), self, segment, admission)
    }
  }
}

/// Goes through the episodes that have a clause.
protocol ClauseCursor {
  /// The episode that it stands on; `Int.max` behind the last one.
  var episode: Int { get }
  var episodeCount: Int { get }
  mutating func next() throws(IndexError)
  /// Goes to the first episode that is not before `target`; never back.
  mutating func seek(to target: Int) throws(IndexError)
  /// How often the clause stands in the episode.
  mutating func occurrences() throws(IndexError) -> (count: Int, wordAligned: Int)
  /// Calls `body` with each episode before `end`, from the one that it stands on.
  mutating func forEach(
    before end: Int, _ body: (_ episode: Int, _ count: Int, _ wordAligned: Int) -> Void
  ) throws(IndexError)
}

extension PostingsCursor: ClauseCursor {
  @inline(__always)
  mutating func occurrences() throws(IndexError) -> (count: Int, wordAligned: Int) {
    let count = try frequency
    return (count, count)
  }

  mutating func forEach(
    before end: Int, _ body: (_ episode: Int, _ count: Int, _ wordAligned: Int) -> Void
  ) throws(IndexError) {
    try walk(before: end) { body($0, Int($1), Int($1)) }
  }
}

/// Goes through a list of hits.
struct ClauseHitsCursor: ClauseCursor {
  private let hits: [ClauseHits]
  private var index = 0

  init(_ hits: [ClauseHits]) { self.hits = hits }

  var episode: Int { index < hits.count ? hits[index].episode : .max }

  var episodeCount: Int { hits.count }

  mutating func next() { if index < hits.count { index += 1 } }

  /// - Complexity: O(log n) in the distance.
  mutating func seek(to target: Int) {
    guard target > episode else { return }
    var step = 1
    while index + step < hits.count, hits[index + step].episode < target { step *= 2 }
    let rest = hits[(index + step / 2)..<min(hits.count, index + step)]
    index = rest.partitioningIndex { $0.episode >= target }
  }

  func occurrences() -> (count: Int, wordAligned: Int) {
    (hits[index].count, hits[index].wordAligned)
  }

  mutating func forEach(
    before end: Int, _ body: (_ episode: Int, _ count: Int, _ wordAligned: Int) -> Void
  ) {
    while index < hits.count, hits[index].episode < end {
      body(hits[index].episode, hits[index].count, hits[index].wordAligned)
      index += 1
    }
  }
}
