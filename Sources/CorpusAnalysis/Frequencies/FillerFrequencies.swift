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
    /// Those in cues that repeat others, by why these do.
    public let repeatedCounts: [Repetition: Int]
    /// As many of its places as were asked for, spread over episodes and time.
    public let places: [TermPlaces.Place]
  }

  public let group: String
  /// All words of the group: what rates are taken of.
  public let wordCount: Int
  /// Those that occur, in the order of the list.
  public let counts: [Count]

  /// The original spelling of each filler that is most frequent in the whole index; of equal ones
  /// the first by code points. Fillers that do not occur are missing.
  public static func displaySpellings(
    in index: IndexReader, fillers: [String] = StopList.standard.words[.fillers] ?? []
  ) throws(IndexError) -> [String: String] {
    let matcher = try FillerMatcher(fillers, index: index)
    var counts = [[[UInt32]: Int]](repeating: [:], count: fillers.count)
    for episode in 0..<index.episodeCount {
      let member = CorpusSelection.Member(episode: episode, speakers: nil)
      var spellings: [UInt32]?
      let words = try MemberWords(of: member, in: index)
      try matcher.forEach(in: words) { (filler, words) throws(IndexError) in
        if spellings == nil { spellings = try index.words(of: episode) }
        let variant = Array(spellings![words])
        counts[filler][variant, default: 0] += 1
      }
    }
    let spelled = try counts.map { (variants) throws(IndexError) in
      var counts: [String: Int] = [:]
      for (words, count) in variants {
        var spelling: [UInt8] = []
        for word in words { spelling += try index.spelling(Int(word)) }
        counts[String(decoding: spelling, as: UTF8.self), default: 0] += count
      }
      return counts
    }
    let best = spelled.map { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    return Dictionary(
      uniqueKeysWithValues: zip(fillers, best).compactMap { filler, best in
        best.map { (filler, $0) }
      })
  }

  /// Counts fillers in every group; groups without words are left out.
  ///
  /// - Parameters:
  ///   - fillers: in search form; the standard list by default.
  ///   - placeCount: the most places of a filler.
  ///   - repeated: cues that repeat others, by why they do.
  /// - Complexity: O(words selected) and a few words more at each that may start a filler.
  public static func count(
    _ selection: CorpusSelection, in index: IndexReader,
    fillers: [String] = StopList.standard.words[.fillers] ?? [], places placeCount: Int = 0,
    repeated: [Repetition: CueSet] = [:]
  ) throws(IndexError) -> [FillerFrequencies] {
    let matcher = try FillerMatcher(fillers, index: index)
    var cache = EpisodeCache(keepsEpisodes: selection.hasEpisodesInSeveralGroups)
    var result: [FillerFrequencies] = []
    for group in selection.groups {
      var counts = [Int](repeating: 0, count: fillers.count)
      var (episodes, inCues) = (counts, repeated.mapValues { _ in counts })
      var wordCount = 0
      var samples = fillers.map { _ in SpreadSample<[TermPlaces.Place]>(limit: 2 * placeCount) }
      for member in group.members {
        let words = try cache.words(of: member, in: index, joints: true)
        wordCount += words.count
        let found = matcher.find(in: words, of: member.episode, limit: 2 * placeCount)
        for (repetition, cues) in repeated {
          let ranges = try member.wordRanges(in: index, of: cues)
          let words = MemberWords(terms: words.terms, joints: words.joints, ranges)
          matcher.forEach(in: words) { filler, _ in inCues[repetition]![filler] += 1 }
        }
        for (filler, found) in found {
          counts[filler] += found.count
          episodes[filler] += 1
          samples[filler].add(found.places.values)
        }
      }
      let rows = fillers.indices.filter { counts[$0] > 0 }.map { filler in
        Count(
          filler: fillers[filler], count: counts[filler], episodes: episodes[filler],
          repeatedCounts: inCues.mapValues { counts in counts[filler] },
          places: TermPlaces.choose(placeCount, of: samples[filler].values))
      }
      result.append(FillerFrequencies(group: group.label, wordCount: wordCount, counts: rows))
    }
    return result.filter { $0.wordCount > 0 }
  }
}

/// Finds fillers in word streams.
private struct FillerMatcher {
  private let numbers: [[UInt8]: Int]
  /// The key of each term that may be part of a filler.
  private var parts: [[UInt8]?] = []
  /// Whether a term is a filler or begins one.
  private var opens: [Bool] = []
  private let longest: Int

  init(_ fillers: [String], index: IndexReader) throws(IndexError) {
    numbers = Dictionary(
      fillers.enumerated().map { (Array($0.element.utf8), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    longest = numbers.keys.reduce(0) { max($0, $1.count) }
    var (prefixes, parts): (Set<ArraySlice<UInt8>>, Set<ArraySlice<UInt8>>) = ([], [])
    for filler in numbers.keys {
      for start in filler.indices {
        for end in start + 1...filler.count { parts.insert(filler[start..<end]) }
      }
      for end in 1...filler.count { prefixes.insert(filler[..<end]) }
    }
    for term in 0..<(try index.termCount) {
      let key = try index.key(of: term)
      self.parts.append(parts.contains(key) ? Array(key) : nil)
      opens.append(prefixes.contains(key))
    }
  }

  struct Found {
    var count = 0
    var places: SpreadSample<TermPlaces.Place>
  }

  /// Finds the fillers in a part of an episode, by number.
  ///
  /// - Parameter limit: of the places.
  func find(in words: MemberWords, of episode: Int, limit: Int) -> [Int: Found] {
    var found: [Int: Found] = [:]
    forEach(in: words) { filler, words in
      var entry = found[filler] ?? Found(places: SpreadSample(limit: limit))
      entry.count += 1
      if limit > 0 { entry.places.add(TermPlaces.Place(episode: episode, words: words)) }
      found[filler] = entry
    }
    return found
  }

  /// Calls `body` for each filler in a part of an episode, with the positions of the words that make it.
  func forEach<Failure>(
    in words: MemberWords,
    _ body: (_ filler: Int, _ words: Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    for range in words.ranges {
      var position = range.lowerBound
      while position < range.upperBound {
        let end =
          opens[Int(words.terms[position])] ? match(words, position, range.upperBound) : nil
        if let end { try body(end.filler, position..<end.position) }
        position = end?.position ?? position + 1
      }
    }
  }

  /// The longest filler at a position, and where it ends.
  private func match(
    _ words: MemberWords, _ start: Int, _ limit: Int
  ) -> (filler: Int, position: Int)? {
    var text: [UInt8] = []
    var best: (filler: Int, position: Int)?
    for position in start..<limit {
      guard let part = parts[Int(words.terms[position])] else { break }
      text += part
      if let filler = numbers[text] { best = (filler, position + 1) }
      // White space beside Han counts for nothing.
      let isJoined =
        words.joints[position] == .none
        || words.joints[position] == .space && text.last.map { $0 >= 0x80 } == true
      guard isJoined, text.count < longest else { break }
    }
    return best
  }
}
