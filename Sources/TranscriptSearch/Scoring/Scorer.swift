/// Goes through the episodes of one segment that a part of a query finds, in order of their numbers there.
///
/// A new scorer stands on its first episode. Behind the last one it stands on `Int.max`, and stays there.
protocol Scorer: AnyObject {
  /// The episode that it stands on.
  var episode: Int { get }
  /// At most so many episodes are to come, about.
  var cost: Int { get }
  /// Goes to the next episode.
  func next() throws
  /// Goes to the first episode that is not before `target`; never back.
  func seek(to target: Int) throws
  /// What the episode scores by BM25.
  func score() throws -> Double
  /// How often the part's clauses stand in the episode.
  func count() throws -> Int
  /// Calls `body` with each episode before `end`, from the one that it stands on.
  func forEach(
    before end: Int, _ body: (_ episode: Int, _ score: Double, _ count: Int) -> Void
  ) throws
  /// The same for all episodes from the one that it stands on, without their counts.
  func forEachScore(_ body: (_ episode: Int, _ score: Double) -> Void) throws
}

extension Scorer {
  func forEach(
    before end: Int, _ body: (_ episode: Int, _ score: Double, _ count: Int) -> Void
  ) throws {
    while episode < end {
      body(episode, try score(), try count())
      try next()
    }
  }

  func forEachScore(_ body: (_ episode: Int, _ score: Double) -> Void) throws {
    while episode != .max {
      body(episode, try score())
      try next()
    }
  }
}

/// All episodes of a segment that may match and fit a condition; they score nothing.
final class EpisodeScorer: Scorer {
  private let fits: (_ episode: Int) throws -> Bool
  private let end: Int
  private(set) var episode = -1

  /// - Parameter end: how many episodes the segment has.
  init(before end: Int, where fits: @escaping (_ episode: Int) throws -> Bool) throws {
    (self.end, self.fits) = (end, fits)
    try next()
  }

  var cost: Int { end }

  func next() throws {
    guard episode != .max else { return }
    try settle(at: episode + 1)
  }

  func seek(to target: Int) throws {
    if target > episode { try settle(at: target) }
  }

  private func settle(at first: Int) throws {
    var next = first
    while next < end, try !fits(next) { next += 1 }
    episode = next < end ? next : .max
  }

  func score() -> Double { 0 }

  func count() -> Int { 0 }
}

/// The episodes that one scorer finds and others do not.
final class ExclusionScorer: Scorer {
  private let included: any Scorer
  private let excluded: [any Scorer]

  init(_ included: any Scorer, without excluded: [any Scorer]) throws {
    (self.included, self.excluded) = (included, excluded)
    try settle()
  }

  var episode: Int { included.episode }

  var cost: Int { included.cost }

  func next() throws {
    try included.next()
    try settle()
  }

  func seek(to target: Int) throws {
    try included.seek(to: target)
    try settle()
  }

  private func settle() throws {
    while included.episode != .max, try isExcluded() { try included.next() }
  }

  private func isExcluded() throws -> Bool {
    for scorer in excluded {
      try scorer.seek(to: included.episode)
      if scorer.episode == included.episode { return true }
    }
    return false
  }

  func score() throws -> Double { try included.score() }

  func count() throws -> Int { try included.count() }
}
