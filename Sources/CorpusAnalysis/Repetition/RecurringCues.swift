public import InvertedIndex

/// Finds lines that come back in many episodes, such as greetings and messages of sponsors.
///
/// Cues are the same if their words, in search form and put together, are: spaces and punctuation between the
/// words do not matter, and neither does where words were cut. A cue recurs if it has at least four words and
/// eight characters, and is in at least three episodes, and a tenth of the episodes, of one show.
public enum RecurringCues {
  static let leastWords = 4
  static let leastCharacters = 8
  private static let leastEpisodes = 3
  /// One in so many episodes of a show.
  private static let share = 10

  /// In how many episodes of a show a cue has to be.
  ///
  /// - Parameter episodes: how many the show has.
  static func leastEpisodes(of episodes: Int) -> Int {
    max(leastEpisodes, (episodes + share - 1) / share)
  }

  /// Finds the recurring cues of an index.
  ///
  /// - Complexity: one walk through all words. Where there are more than four million cues that are long enough,
  ///   more walks, so that memory is bounded but for what is found.
  public static func find(in index: IndexReader) throws -> CueSet {
    try find(in: index, keeping: 4 << 20, tableBits: 22)
  }

  /// - Parameters:
  ///   - most: how many cues are remembered.
  ///   - tableBits: see `FrequentPairs`.
  static func find(in index: IndexReader, keeping most: Int, tableBits: Int) throws -> CueSet {
    let cues = try LongCues(of: index, keeping: most)
    guard cues.count > 0 else { return CueSet() }
    let frequent = try FrequentPairs(bits: tableBits, expecting: 2 * cues.count)
      .find(atLeast: cues.leastEpisodes) { take in try cues.walk { try take($0.key) } }
    let recurring = KeySet(try recurring(KeySet(frequent.map(\.key)), cues))
    var found: [Int: [Range<Int>]] = [:]
    if !recurring.keys.isEmpty {
      try cues.walk { cue in
        guard recurring.contains(cue.key) else { return }
        found[cue.episode, default: []].append(cue.number..<cue.number + 1)
      }
    }
    var set = CueSet()
    for (episode, cues) in found { set.insert(cues, of: episode) }
    return set
  }

  /// Of keys that come often, those that come in enough episodes.
  private static func recurring(_ keys: KeySet, _ cues: LongCues) throws -> Set<UInt64> {
    var recurring: Set<UInt64> = []
    if keys.keys.isEmpty { return recurring }
    var episodes: [UInt64: (last: Int, count: Int)] = [:]
    try cues.walk { cue in
      guard keys.contains(cue.key) else { return }
      let known = episodes[cue.key] ?? (-1, 0)
      guard known.last != cue.episode else { return }
      episodes[cue.key] = (cue.episode, known.count + 1)
      if known.count + 1 >= cues.leastEpisodes(forShowOf: cue.episode) {
        recurring.insert(cue.key)
      }
    }
    return recurring
  }
}

/// Some keys, with a table of bits that rules most others out at once.
private struct KeySet {
  let keys: Set<UInt64>
  private var bits = [Bool](repeating: false, count: 1 << 16)

  init(_ keys: some Sequence<UInt64>) {
    self.keys = Set(keys)
    for key in self.keys { bits[Int(key & 0xFFFF)] = true }
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool { bits[Int(key & 0xFFFF)] && keys.contains(key) }
}
