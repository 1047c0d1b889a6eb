public import InvertedIndex

/// How often each term stands in one group of episodes, and in how many of them.
public struct TermFrequencies: Sendable {
  public struct Count: Hashable, Sendable {
    public let term: Int
    /// All tokens of the term in the group (its term frequency).
    public let count: Int
    /// Episodes of the group that have it (its document frequency in the group).
    public let episodes: Int
  }

  public let group: String
  /// All words of the group, those of hidden terms too: what rates are taken of.
  public let wordCount: Int
  /// One a term that occurs, in order of terms.
  public let counts: [Count]

  /// How often a term occurs.
  ///
  /// - Complexity: O(log n).
  public func count(of term: Int) -> Int { find(term)?.count ?? 0 }

  /// What is counted of a term; `nil` if it does not occur.
  ///
  /// - Complexity: O(log n).
  public func find(_ term: Int) -> Count? {
    var (first, last) = (0, counts.count)
    while first < last {
      let middle = (first + last) / 2
      if counts[middle].term < term { first = middle + 1 } else { last = middle }
    }
    return first < counts.count && counts[first].term == term ? counts[first] : nil
  }

  /// Counts of all terms by their numbers, of no episodes that are known.
  public init(counts: [Int], wordCount: Int) {
    group = ""
    self.wordCount = wordCount
    self.counts = counts.enumerated().filter { $1 > 0 }
      .map { Count(term: $0, count: $1, episodes: 0) }
  }

  fileprivate init(group: String, wordCount: Int, counts: [Count]) {
    (self.group, self.wordCount, self.counts) = (group, wordCount, counts)
  }

  /// Counts the words of every group; groups without words are left out.
  ///
  /// - Complexity: O(words selected); of the whole index O(terms).
  public static func count(
    _ selection: CorpusSelection, in index: IndexReader, terms: TermInventory? = nil
  ) throws -> [TermFrequencies] {
    var result: [TermFrequencies] = []
    try forEach(in: selection, of: index, terms: terms) { result.append($0) }
    return result
  }

  /// Counts the words of one group after another; groups without words are left out.
  ///
  /// - Complexity: O(words selected); of the whole index O(terms).
  public static func forEach(
    in selection: CorpusSelection, of index: IndexReader, terms: TermInventory? = nil,
    _ body: (TermFrequencies) throws -> Void
  ) throws {
    if selection.isEverything {
      let all = try everything(in: index, terms?.phrases ?? [])
      if all.wordCount > 0 { try body(all) }
      return
    }
    var counter = TermCounter(
      wordCount: try index.termCount, phrases: (terms?.phrases.isEmpty ?? true) ? nil : terms,
      keepsEpisodes: selection.hasEpisodesInSeveralGroups)
    for group in selection.groups {
      for member in group.members { try counter.add(member, of: index) }
      let frequencies = counter.finish(group.label)
      if frequencies.wordCount > 0 { try body(frequencies) }
    }
  }
}

extension TermFrequencies {
  /// What the index knows of its terms without reading an episode.
  private static func everything(
    in index: IndexReader, _ phrases: [Phrase]
  ) throws(IndexError) -> TermFrequencies {
    var counts: [Count] = []
    var words = 0
    for term in 0..<(try index.termCount) {
      let count = try index.count(of: term)
      words += count
      counts.append(Count(term: term, count: count, episodes: try index.episodeCount(of: term)))
    }
    for phrase in phrases {
      counts.append(Count(term: counts.count, count: phrase.count, episodes: phrase.episodes))
    }
    return TermFrequencies(group: "", wordCount: words, counts: counts)
  }
}

/// Counts terms in an array as long as there are terms, reused from group to group.
private struct TermCounter {
  /// What is known of a term, side by side, since most of the time goes into waiting for it.
  private struct Tally {
    var count: UInt32 = 0
    var episodes: UInt32 = 0
    /// The member, from 1, in which the term was seen last.
    var lastSeen: UInt32 = 0
  }

  private let terms: TermInventory?
  private var tallies: [Tally]
  /// The terms of the group, in the order in which they were met.
  private var met: [Int] = []
  private var member: UInt32 = 0
  private var wordCount = 0
  private var cache: EpisodeCache

  /// - Parameter phrases: terms with phrases among them.
  init(wordCount: Int, phrases: TermInventory?, keepsEpisodes: Bool) {
    terms = phrases
    cache = EpisodeCache(keepsEpisodes: keepsEpisodes)
    tallies = [Tally](repeating: Tally(), count: phrases?.count ?? wordCount)
  }

  mutating func add(
    _ member: CorpusSelection.Member, of index: IndexReader
  ) throws {
    self.member += 1
    let words = try cache.words(of: member, in: index, joints: terms != nil)
    for range in words.ranges { add(words.terms, range) }
    guard let terms else { return }
    let number = self.member
    tallies.withUnsafeMutableBufferPointer { tallies in
      terms.trie.walk(words) { phrase, _ in
        Self.add(terms.wordCount + phrase, to: tallies, &met, number)
      }
    }
  }

  private mutating func add(_ words: [UInt32], _ range: Range<Int>) {
    wordCount += range.count
    let member = member
    tallies.withUnsafeMutableBufferPointer { tallies in
      for term in words[range] { Self.add(Int(term), to: tallies, &met, member) }
    }
  }

  @inline(__always)
  private static func add(
    _ term: Int, to tallies: UnsafeMutableBufferPointer<Tally>, _ met: inout [Int],
    _ member: UInt32
  ) {
    if tallies[term].count == 0 { met.append(term) }
    tallies[term].count += 1
    guard tallies[term].lastSeen != member else { return }
    tallies[term].lastSeen = member
    tallies[term].episodes += 1
  }

  /// The counts of the group that ends here; the next one starts from nothing.
  mutating func finish(_ group: String) -> TermFrequencies {
    var result: [TermFrequencies.Count] = []
    result.reserveCapacity(met.count)
    met.sort()
    for term in met {
      let tally = tallies[term]
      result.append(
        .init(term: term, count: Int(tally.count), episodes: Int(tally.episodes)))
      tallies[term] = Tally()
    }
    defer { (wordCount, member) = (0, 0) }
    met.removeAll(keepingCapacity: true)
    return TermFrequencies(group: group, wordCount: wordCount, counts: result)
  }
}
