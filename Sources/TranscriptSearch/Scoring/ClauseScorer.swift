/// A scorer of one clause, which tells its occurrences.
protocol ClauseScoring: Scorer {
  /// How often the clause stands in the episode, in cues that may match.
  func occurrences() throws -> (count: Int, wordAligned: Int)
}

/// The episodes of a segment that have one clause and may match.
final class ClauseScorer<Cursor: ClauseCursor>: ClauseScoring {
  // A pointer, since each access to a structure of a class is checked, and this one is large.
  private let cursor: UnsafeMutablePointer<Cursor>
  private let idf: Double
  private let clause: QueryClause
  private let norms: [Double]
  /// What restricts the cues; `nil` if all may match.
  private let admission: EpisodeAdmission?
  /// The occurrences that may match, where these are not all.
  private var restricted: ClauseHits?
  private(set) var episode = 0

  init(
    _ cursor: Cursor, _ weight: ClauseWeight, _ segment: SearchSegment,
    _ admission: EpisodeAdmission?
  ) throws {
    self.cursor = .allocate(capacity: 1)
    self.cursor.initialize(to: cursor)
    (idf, clause) = (weight.idf, weight.clause)
    (norms, self.admission) = (segment.norms, admission)
    try settle()
  }

  deinit {
    cursor.deinitialize(count: 1)
    cursor.deallocate()
  }

  var cost: Int { cursor.pointee.episodeCount }

  func next() throws {
    try cursor.pointee.next()
    try settle()
  }

  func seek(to target: Int) throws {
    guard target > episode else { return }
    try cursor.pointee.seek(to: target)
    try settle()
  }

  /// Passes over episodes that may not match.
  private func settle() throws {
    episode = cursor.pointee.episode
    guard let admission else { return }
    while episode != .max, try !isAdmitted(by: admission) {
      try cursor.pointee.next()
      episode = cursor.pointee.episode
    }
  }

  private func isAdmitted(by admission: EpisodeAdmission) throws -> Bool {
    restricted = nil
    guard try admission.admits(episode) else { return false }
    guard admission.mayExclude(episode) else { return true }
    let hits = try admission.hits(of: clause, in: episode)
    restricted = hits
    return hits.count > 0
  }

  func occurrences() throws -> (count: Int, wordAligned: Int) {
    if let restricted { return (restricted.count, restricted.wordAligned) }
    return try cursor.pointee.occurrences()
  }

  func score() throws -> Double {
    let (count, aligned) = try occurrences()
    return score(episode, count, aligned)
  }

  @inline(__always)
  private func score(_ episode: Int, _ count: Int, _ aligned: Int) -> Double {
    BM25.score(
      frequency: BM25.frequency(count: count, wordAligned: aligned), norm: norms[episode],
      idf: idf)
  }

  func count() throws -> Int { try occurrences().count }

  func forEach(
    before end: Int, _ body: (_ episode: Int, _ score: Double, _ count: Int) -> Void
  ) throws {
    guard admission == nil else {
      while episode < end {
        let (count, aligned) = try occurrences()
        body(episode, score(episode, count, aligned), count)
        try next()
      }
      return
    }
    try cursor.pointee.forEach(before: end) { episode, count, aligned in
      body(episode, score(episode, count, aligned), count)
    }
    episode = cursor.pointee.episode
  }
}
