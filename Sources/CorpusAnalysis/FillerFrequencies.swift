public import InvertedIndex

/// How often each filler of speech stands in one group of episodes.
///
/// A filler is a sequence of words with nothing but white space between them inside one cue (对|吧), since
/// segmentation cuts many apart. Of fillers that start at one word the longest counts, and the
/// words inside it start no other.
public struct FillerFrequencies: Sendable {
  public struct Count: Hashable, Sendable {
    /// The filler in search form.
    public let filler: String
    public let count: Int
    public let episodes: Int
  }

  public let group: String
  /// All words of the group: what rates are taken of.
  public let wordCount: Int
  /// Those that occur, in the order of the list.
  public let counts: [Count]

  /// The original spelling of each filler that is most frequent in the whole index; of equal ones
  /// the first by code points. Fillers that do not occur are missing.
  public static func displaySpellings(
    in index: some WordIndex, fillers: [String] = StopList.standard.words[.fillers] ?? []
  ) throws(IndexError) -> [String: String] {
    let matcher = try FillerMatcher(fillers, index: index)
    var counts = [[String: Int]](repeating: [:], count: fillers.count)
    for episode in 0..<index.episodeCount {
      let member = CorpusSelection.Member(episode: episode, speakers: nil)
      try matcher.forEach(member, of: index) { (filler, tokens) throws(IndexError) in
        var spelling: [UInt8] = []
        for token in tokens { spelling += try index.spelling(token.spelling) }
        counts[filler][String(decoding: spelling, as: UTF8.self), default: 0] += 1
      }
    }
    let best = counts.map { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    return Dictionary(
      uniqueKeysWithValues: zip(fillers, best).compactMap { filler, best in
        best.map { (filler, $0) }
      })
  }

  /// Counts fillers in every group; groups without words are left out.
  ///
  /// - Parameter fillers: in search form; the standard list by default.
  /// - Complexity: O(words selected) and a few words more at each that may start a filler.
  public static func count(
    _ selection: CorpusSelection, in index: some WordIndex,
    fillers: [String] = StopList.standard.words[.fillers] ?? []
  ) throws(IndexError) -> [FillerFrequencies] {
    let matcher = try FillerMatcher(fillers, index: index)
    var result: [FillerFrequencies] = []
    for group in selection.groups {
      var counts = [Int](repeating: 0, count: fillers.count)
      var episodes = counts
      var wordCount = 0
      for member in group.members {
        let found = try matcher.count(member, of: index, wordCount: &wordCount)
        for (filler, count) in found {
          counts[filler] += count
          episodes[filler] += 1
        }
      }
      let rows = fillers.indices.filter { counts[$0] > 0 }.map {
        Count(filler: fillers[$0], count: counts[$0], episodes: episodes[$0])
      }
      result.append(FillerFrequencies(group: group.label, wordCount: wordCount, counts: rows))
    }
    return result.filter { $0.wordCount > 0 }
  }
}

/// Finds fillers in word streams.
private struct FillerMatcher {
  private let numbers: [[UInt8]: Int]
  /// Whether a term is a filler or begins one.
  private let opens: [Bool]
  private let longest: Int

  init(_ fillers: [String], index: some WordIndex) throws(IndexError) {
    numbers = Dictionary(
      fillers.enumerated().map { (Array($0.element.utf8), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    longest = numbers.keys.reduce(0) { max($0, $1.count) }
    var prefixes: Set<[UInt8]> = []
    for filler in numbers.keys {
      for end in 1...filler.count { prefixes.insert(Array(filler[..<end])) }
    }
    var opens: [Bool] = []
    for term in 0..<(try index.termCount) {
      opens.append(prefixes.contains(Array(try index.key(of: term))))
    }
    self.opens = opens
  }

  /// Counts the fillers in a part of an episode, by number.
  func count(
    _ member: CorpusSelection.Member, of index: some WordIndex, wordCount: inout Int
  ) throws(IndexError) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    wordCount += try forEach(member, of: index) { filler, _ in
      counts[filler, default: 0] += 1
    }
    return counts
  }

  /// Calls `body` for each filler in a part of an episode, with the words that make it.
  ///
  /// - Returns: how many words the part has.
  @discardableResult
  func forEach(
    _ member: CorpusSelection.Member, of index: some WordIndex,
    _ body: (_ filler: Int, ArraySlice<WordToken>) throws(IndexError) -> Void
  ) throws(IndexError) -> Int {
    let tokens = try index.tokens(of: member.episode)
    let ranges = try member.wordRanges(in: index)
    for range in ranges {
      var position = range.lowerBound
      while position < range.upperBound {
        let match = try match(tokens[position..<range.upperBound], index)
        if let match { try body(match.filler, tokens[position..<position + match.words]) }
        position += match?.words ?? 1
      }
    }
    return ranges.reduce(0) { $0 + $1.count }
  }

  /// The longest filler at the start of the tokens.
  private func match(
    _ tokens: ArraySlice<WordToken>, _ index: some WordIndex
  ) throws(IndexError) -> (filler: Int, words: Int)? {
    guard let first = tokens.first, opens[try index.term(ofSpelling: first.spelling)] else {
      return nil
    }
    var text: [UInt8] = []
    var best: (filler: Int, words: Int)?
    for (count, token) in tokens.enumerated() {
      text += try index.key(of: try index.term(ofSpelling: token.spelling))
      if let filler = numbers[text] { best = (filler, count + 1) }
      // White space beside Han counts for nothing.
      let isJoined =
        token.gap == .none || token.gap == .space && text.last.map { $0 >= 0x80 } == true
      guard isJoined, text.count < longest else { break }
    }
    return best
  }
}
