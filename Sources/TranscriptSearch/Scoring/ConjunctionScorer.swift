/// The episodes that all of some scorers find.
final class ConjunctionScorer: Scorer {
  /// In the order of the query, in which scores are added up.
  private let scorers: [any Scorer]
  /// The rarest leads.
  private let byCost: [any Scorer]
  private(set) var episode = 0

  /// - Parameter scorers: at least one.
  init(_ scorers: [any Scorer]) throws {
    self.scorers = scorers
    byCost = scorers.sorted { $0.cost < $1.cost }
    try align()
  }

  var cost: Int { byCost[0].cost }

  func next() throws {
    guard episode != .max else { return }
    try byCost[0].next()
    try align()
  }

  func seek(to target: Int) throws {
    guard target > episode else { return }
    try byCost[0].seek(to: target)
    try align()
  }

  /// Moves all scorers to the next episode that all have.
  private func align() throws {
    let leader = byCost[0]
    var index = 1
    while index < byCost.count, leader.episode != .max {
      let scorer = byCost[index]
      try scorer.seek(to: leader.episode)
      if scorer.episode == leader.episode {
        index += 1
      } else {
        try leader.seek(to: scorer.episode)
        index = 1
      }
    }
    episode = leader.episode
  }

  func score() throws -> Double {
    var score = 0.0
    for scorer in scorers { score += try scorer.score() }
    return score
  }

  func count() throws -> Int {
    var count = 0
    for scorer in scorers { count += try scorer.count() }
    return count
  }
}
