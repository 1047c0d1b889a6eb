/// Collects episodes and writes them as an index.
///
/// The bytes depend on the set of episodes alone, not on the order in which they were added.
public struct IndexBuilder: Sendable {
  let settings: IndexSettings
  private(set) var episodes: [Entry] = []
  private(set) var vocabulary = Vocabulary()

  struct Entry: Sendable {
    var record: EpisodeRecord
    var text: [UInt8]
    var cues: [CueRecord]
    /// Spellings are numbered by the builder's vocabulary.
    var tokens: [WordToken]
  }

  public init(settings: IndexSettings) {
    self.settings = settings
  }

  /// Starts with the episodes of an existing index that are to stay.
  public init(
    copying index: some WordIndex, keeping isKept: (Int) -> Bool
  ) throws(IndexError) {
    self.init(settings: index.settings)
    var numbers = [Int?](repeating: nil, count: index.spellingCount)
    for episode in index.episodes.indices where isKept(episode) {
      try copy(episode, of: index, &numbers)
    }
  }

  public var episodeCount: Int { episodes.count }

  public mutating func add(_ episode: IndexableEpisode) throws(IndexError) {
    var numbers: [Int] = []
    numbers.reserveCapacity(episode.vocabulary.count)
    for number in 0..<episode.vocabulary.count {
      let entry = episode.vocabulary[number]
      numbers.append(vocabulary.intern(entry: entry, kind: episode.vocabulary.kinds[number]))
    }
    try checkLimits()
    var record = episode.record
    record.wordCount = episode.tokens.count
    record.cueCount = episode.cues.count
    record.duration = episode.cues.lazy.compactMap { $0.end ?? $0.start }.max()
    let tokens = episode.tokens.map { WordToken(spelling: numbers[$0.spelling], gap: $0.gap) }
    episodes.append(
      Entry(record: record, text: episode.text, cues: episode.cues, tokens: tokens))
  }

  /// Replaces the records of episodes that stay, by path, as after their files were touched.
  public mutating func setRecords(_ records: [String: EpisodeRecord]) {
    for index in episodes.indices {
      if let record = records[episodes[index].record.path] { episodes[index].record = record }
    }
  }

  private mutating func copy(
    _ episode: Int, of index: some WordIndex, _ numbers: inout [Int?]
  ) throws(IndexError) {
    var tokens = try index.tokens(of: episode)
    for position in tokens.indices {
      let spelling = tokens[position].spelling
      let number = numbers[spelling] ?? intern(spelling, of: index)
      numbers[spelling] = number
      tokens[position] = WordToken(spelling: number, gap: tokens[position].gap)
    }
    episodes.append(
      Entry(
        record: index.episodes[episode], text: try index.text(of: episode),
        cues: try index.cues(of: episode), tokens: tokens))
  }

  private mutating func intern(_ spelling: Int, of index: some WordIndex) -> Int {
    let term = index.term(ofSpelling: spelling)
    return vocabulary.intern(
      key: index.key(of: term), spelling: index.spelling(spelling), kind: index.kind(of: term))
  }

  private func checkLimits() throws(IndexError) {
    guard vocabulary.count < WordToken.spellingLimit else {
      throw IndexError(.tooLarge, "one index holds at most 2²⁹ spellings; make two")
    }
  }
}
