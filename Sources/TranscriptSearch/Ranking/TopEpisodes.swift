import InvertedIndex

/// The best of many episodes; ties in order of episodes.
struct TopEpisodes {
  private let limit: Int
  private(set) var episodes: [EpisodeScore] = []
  /// What an episode must have more of to get in.
  private(set) var threshold = -Double.infinity

  init(limit: Int) {
    self.limit = max(0, limit)
    threshold = limit > 0 ? -.infinity : .infinity
  }

  /// Adds an episode, later than those before of the same part, if it is good enough.
  mutating func add(_ episode: Int, score: Double, count: Int) {
    guard episodes.count < limit || score >= threshold else { return }
    var place = episodes.count
    while place > 0, Self.precedes(episode, score, episodes[place - 1]) { place -= 1 }
    guard place < limit else { return }
    episodes.insert(EpisodeScore(episode: episode, score: score, count: count), at: place)
    if episodes.count > limit { episodes.removeLast() }
    if episodes.count == limit { threshold = episodes[limit - 1].score }
  }

  private static func precedes(_ episode: Int, _ score: Double, _ other: EpisodeScore) -> Bool {
    score != other.score ? score > other.score : episode < other.episode
  }
}

/// Finds the best episodes of queries of whole words, without counting the others.
struct WordRanking {
  let search: IndexSearch

  /// The best of the episodes that have one of some words.
  ///
  /// - Complexity: O(postings + episodes).
  func any(of keys: [[UInt8]], limit: Int) throws -> [EpisodeScore] {
    var top = TopEpisodes(limit: limit)
    let idfs = try keys.map { search.ranking.idf(episodes: try episodeCount(of: $0)) }
    for (number, part) in search.parts.enumerated() {
      let norms = search.norms[number]
      var scores = [Double](repeating: 0, count: part.episodeCount)
      for (key, idf) in zip(keys, idfs) {
        guard let term = try part.term(withKey: key) else { continue }
        var cursor = try part.cursor(of: term)
        try scores.withUnsafeMutableBufferPointer { (scores) throws(IndexError) in
          try norms.withUnsafeBufferPointer { (norms) throws(IndexError) in
            try cursor.walk { episode, frequency in
              scores[episode] += Self.score(frequency, norms[episode], idf)
            }
          }
        }
      }
      for (episode, score) in scores.enumerated() where score > 0 && score >= top.threshold {
        top.add(part.number(of: episode)!, score: score, count: 0)
      }
    }
    return top.episodes
  }

  private func episodeCount(of key: [UInt8]) throws(IndexError) -> Int {
    var count = 0
    for part in search.parts {
      if let term = try part.term(withKey: key) { count += try part.counts(of: term).episodes }
    }
    return count
  }

  @inline(__always)
  fileprivate static func score(_ frequency: UInt32, _ norm: Double, _ idf: Double) -> Double {
    BM25.score(frequency: Double(frequency), norm: norm, idf: idf)
  }

  /// The best of the episodes that have all of some words.
  ///
  /// - Complexity: O(postings of the rarest word × log of the others' blocks).
  func all(of keys: [[UInt8]], limit: Int) throws -> [EpisodeScore] {
    var top = TopEpisodes(limit: limit)
    let counts = try keys.map { try episodeCount(of: $0) }
    guard counts.allSatisfy({ $0 > 0 }) else { return [] }
    // The rarest leads.
    let order = keys.indices.sorted { counts[$0] < counts[$1] }
    let idfs = order.map { search.ranking.idf(episodes: counts[$0]) }
    for (number, part) in search.parts.enumerated() {
      var cursors: [PostingsCursor] = []
      for index in order {
        guard let term = try part.term(withKey: keys[index]) else { break }
        cursors.append(try part.cursor(of: term))
      }
      guard cursors.count == keys.count else { continue }
      let norms = search.norms[number]
      while try WordRowMatcher.align(&cursors) {
        let episode = cursors[0].episode
        var score = 0.0
        for index in cursors.indices {
          score += Self.score(UInt32(try cursors[index].frequency), norms[episode], idfs[index])
        }
        top.add(part.number(of: episode)!, score: score, count: 0)
        try cursors[0].next()
      }
    }
    return top.episodes
  }
}

extension WordRanking {
  /// The best of the episodes that have words in a row.
  func row(of keys: [[UInt8]], crossesCues: Bool, limit: Int) throws -> [EpisodeScore] {
    var found: [(part: Int, episode: Int, frequency: UInt32)] = []
    for (number, part) in search.parts.enumerated() {
      try WordRowMatcher(part, keys: keys, crossesCues: crossesCues).walk {
        found.append((number, $0, $1))
      }
    }
    let idf = search.ranking.idf(episodes: found.count)
    var top = TopEpisodes(limit: limit)
    for (number, episode, frequency) in found {
      let score = Self.score(frequency, search.norms[number][episode], idf)
      top.add(search.parts[number].number(of: episode)!, score: score, count: Int(frequency))
    }
    return top.episodes
  }
}

extension QueryRun {
  /// The best episodes, the best first; `count` is not known of all.
  ///
  /// Queries of whole words in a row, joined by AND, or by OR, take a shorter way than `episodes`.
  public func top(_ limit: Int) throws -> [EpisodeScore] {
    if let words = try words() {
      let ranking = WordRanking(search: search)
      switch query {
      case .or: return try ranking.any(of: words.map { $0[0] }, limit: limit)
      case .and: return try ranking.all(of: words.map { $0[0] }, limit: limit)
      default: return try ranking.row(of: words[0], crossesCues: crossesCues, limit: limit)
      }
    }
    var top = TopEpisodes(limit: limit)
    for found in try episodes() { top.add(found.episode, score: found.score, count: found.count) }
    return top.episodes
  }

  /// The words of a query that is nothing but one row of them, or single ones joined by AND or by OR,
  /// over everything.
  private func words() throws -> [[[UInt8]]]? {
    guard filter.isEverything, !search.hasDeletions else { return nil }
    let parts: [Query]
    switch query {
    case .and(let all), .or(let all): parts = all
    default: parts = [query]
    }
    var rows: [[[UInt8]]] = []
    for part in parts {
      guard case .unit(let unit) = part, unit.kind == .words else { return nil }
      let words = try search.keys(of: unit)
      guard words.count == 1 || parts.count == 1, !rows.contains(words) else { return nil }
      rows.append(words)
    }
    return rows
  }
}
