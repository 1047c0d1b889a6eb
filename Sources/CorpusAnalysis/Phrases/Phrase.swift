/// Two to five consecutive words of one turn that are counted as a unit, or a name whose words are joined by
/// characters without white space (Wi-Fi, A/B测试, 史蒂夫·乔布斯).
public struct Phrase: Hashable, Sendable {
  /// Its words and what joins them, see `PhraseRow`.
  let row: [UInt32]
  /// Its words, by their numbers in the index.
  public let words: [UInt32]
  /// Its search form: the keys of the words, between two of them a joiner, or a space where neither is Han.
  public let key: [UInt8]
  /// How it is spelled most often in the whole index.
  public internal(set) var spelling = ""
  /// How often it stands in the whole index, and in how many episodes.
  public internal(set) var count = 0
  public internal(set) var episodes = 0
  /// Of the part of the index in which it was found.
  public let statistics: PhraseStatistics

  init(
    row: [UInt32], key: [UInt8], spelling: String = "", count: Int = 0, episodes: Int = 0,
    statistics: PhraseStatistics
  ) {
    (self.row, self.key, self.statistics) = (row, key, statistics)
    (self.spelling, self.count, self.episodes) = (spelling, count, episodes)
    words = row.filter { !PhraseRow.isJoiner($0) }
  }

  /// Whether a joiner stands in it.
  var isJoined: Bool { row.count > words.count }
}
