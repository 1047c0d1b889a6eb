import BenchmarkInputs
import Hashing
import InvertedIndex
import TranscriptSearch
@_spi(Testing) import Zimu

/// Times queries of an index, one after the other, in this process.
struct QueryTask {
  /// What is timed.
  struct Query {
    let kind: String
    /// The words, or the one text.
    let words: [String]
    let text: String
  }

  private let index: TranscriptIndex
  private let queries: [Query]

  /// - Parameter folder: of an index.
  init(_ folder: String, seed: UInt64) throws {
    index = try TranscriptIndex(at: folder)
    var sample = try QuerySample(IndexDirectory(folder).open(), seed: seed)
    queries = try sample.queries()
  }

  /// Goes through all queries in each round, as it is done with the peers.
  ///
  /// - Returns: a line of JSON a query: its kind, words, how many episodes it found, and microseconds, the least of
  ///   some rounds: `us` of a search with its defaults, totals and cues included; `top_us` of the ten best
  ///   episodes, without totals and without parsing.
  func measure(rounds: Int) throws -> String {
    var search = queries.map { _ in Double.infinity }
    var (top, found) = (search, queries.map { _ in 0 })
    for _ in 0..<rounds {
      for (number, query) in queries.enumerated() {
        let time = try Self.microseconds {
          found[number] = try index.search(query.text).episodeCount
        }
        search[number] = min(search[number], time)
      }
    }
    for _ in 0..<rounds {
      for (number, query) in queries.enumerated() {
        let run = try index.prepare(query.text)
        top[number] = try min(top[number], Self.microseconds { _ = try run.top(10) })
      }
    }
    return queries.indices.map { number in
      let words = queries[number].words.map { "\"\($0)\"" }.joined(separator: ",")
      return #"{"kind":"\#(queries[number].kind)","words":[\#(words)],"us":\#(search[number]),"#
        + #""top_us":\#(top[number]),"found":\#(found[number])}"#
    }.joined(separator: "\n")
  }

  private static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return start.duration(to: .now) / .microseconds(1)
  }

  /// Prints the words of every episode but the last, an episode a line, and returns those of the last.
  static func words(of folder: String) throws -> String {
    let index = try IndexDirectory(folder).open()
    let keys = try (0..<index.termCount).map {
      String(decoding: try index.key(of: $0), as: UTF8.self)
    }
    var last = ""
    for episode in 0..<index.episodeCount {
      if episode > 0 { print(last) }
      last = try index.terms(of: episode).map { keys[Int($0)] }.joined(separator: " ")
    }
    return last
  }
}

/// Queries drawn from an index, the same for the same seed: a third of the words, or texts, from each
/// band of document frequency: less than 1 % of the episodes, up to 10 %, more. Fewer than 1,000 episodes have
/// no such bands: all words are in one.
private struct QuerySample {
  private let index: IndexReader
  private var random: SplitMix64
  private static let perKind = 200

  init(_ index: IndexReader, seed: UInt64) throws {
    self.index = index
    random = SplitMix64(seed: seed)
  }

  mutating func queries() throws -> [QueryTask.Query] {
    let bands = try wordsByBand()
    var queries: [QueryTask.Query] = []
    for kind in ["and", "or"] {
      for _ in 0..<Self.perKind {
        let words = (0..<2).map { _ in
          bands[Int.random(in: 0..<3, using: &random)].randomElement(using: &random)!
        }
        guard words[0] != words[1] else { continue }
        let text = words.map { "word:\"\($0)\"" }
          .joined(separator: kind == "and" ? " AND " : " OR ")
        queries.append(.init(kind: kind, words: words, text: text))
      }
    }
    for number in 0..<Self.perKind { queries.append(try phrase(band: number % 3)) }
    for number in 0..<Self.perKind {
      let short = bands[number % 3].filter { $0.unicodeScalars.count <= 2 }
      let text = short.randomElement(using: &random)!
      queries.append(.init(kind: "text 1-2", words: [text], text: "\"\(text)\""))
    }
    for number in 0..<Self.perKind {
      let long = try longText(band: number % 3)
      queries.append(.init(kind: "text 3-8", words: [long], text: "\"\(long)\""))
    }
    return queries
  }

  private var isSmall: Bool { index.episodeCount < 1000 }

  private func band(_ episodes: Int) -> Int {
    if isSmall { return 0 }
    let share = Double(episodes) / Double(index.episodeCount)
    return share < 0.01 ? 0 : share <= 0.1 ? 1 : 2
  }

  /// Words of Han that stand in at least two episodes.
  private func wordsByBand() throws -> [[String]] {
    var bands: [[String]] = [[], [], []]
    for term in 0..<(try index.termCount) where try index.kind(of: term) == WordKind.han.rawValue {
      let episodes = try index.episodeCount(of: term)
      guard episodes > 1 else { continue }
      bands[band(episodes)].append(String(decoding: try index.key(of: term), as: UTF8.self))
    }
    return isSmall ? Array(repeating: bands[0], count: 3) : bands
  }

  /// Two words that follow one another somewhere, the first one of a band.
  private mutating func phrase(band: Int) throws -> QueryTask.Query {
    while true {
      let words = try row(of: 2)
      guard let words, let term = try index.term(withKey: Array(words[0].utf8)[...]),
        try isSmall || self.band(index.episodeCount(of: term)) == band
      else { continue }
      let text = words.joined(separator: " ")
      return .init(kind: "phrase", words: words, text: "word:\"\(text)\"")
    }
  }

  /// A text of three to eight characters whose first word is of a band.
  private mutating func longText(band: Int) throws -> String {
    while true {
      guard let words = try row(of: 3),
        let term = try index.term(withKey: Array(words[0].utf8)[...]),
        try isSmall || self.band(index.episodeCount(of: term)) == band
      else { continue }
      let text = words.joined()
      if (3...8).contains(text.unicodeScalars.count) { return text }
    }
  }

  /// Words of Han that follow one another directly.
  private mutating func row(of count: Int) throws -> [String]? {
    let episode = Int.random(in: 0..<index.episodeCount, using: &random)
    let (terms, tokens) = (try index.terms(of: episode), try index.tokens(of: episode))
    guard terms.count > count else { return nil }
    let start = Int.random(in: 0..<terms.count - count, using: &random)
    let row = start..<start + count
    guard row.dropLast().allSatisfy({ tokens[$0].gap == .none }),
      try row.allSatisfy({ try index.kind(of: Int(terms[$0])) == WordKind.han.rawValue })
    else { return nil }
    return try row.map { String(decoding: try index.key(of: Int(terms[$0])), as: UTF8.self) }
  }
}
