/// An index file, read and checked.
///
/// The file is read whole and its checksum compared before anything is answered from it. Every
/// number in it is checked against its bound when it is used.
public struct IndexReader: WordIndex {
  public let settings: IndexSettings
  public let episodes: [EpisodeRecord]
  private let bytes: [UInt8]
  private let sections: [Range<Int>]
  private let spellingEnds: [Int]
  private let postingEnds: [Int]
  private let cueEnds: [Int]
  private let textEnds: [Int]
  /// The first token of each episode, then one more.
  private let firstTokens: [Int]
  /// The first spelling of each term, then one more.
  private let firstSpellings: [Int]
  private let spellingTerms: [UInt32]
  /// For each spelling, the length of its key.
  private let keyLengths: [UInt32]

  /// Checks and opens the bytes of an index file.
  ///
  /// - Parameter path: the file's path, for errors.
  /// - Throws: `IndexError` with code `unsupportedVersion` or `corrupt`.
  public init(_ bytes: [UInt8], path: String) throws(IndexError) {
    let file = try IndexFile(bytes, path: path)
    let sections = file.sections
    self.bytes = bytes
    self.sections = sections
    let section = { (section: IndexFormat.Section) in bytes[sections[section.rawValue]] }
    var reader = ByteReader(section(.settings))
    settings = try IndexSettings(from: &reader)
    episodes = try file.episodes(in: section(.episodes))
    spellingEnds = try file.ends(.spellingEnds, of: .spellings)
    postingEnds = try file.ends(.postingEnds, of: .postings)
    cueEnds = try file.ends(.cueEnds, of: .cues)
    textEnds = try file.ends(.textEnds, of: .texts)
    firstTokens = try file.firstTokens(episodes, tokenBytes: section(.tokens).count)
    let terms = try TermNumbering(section(.spellings), ends: spellingEnds, file: file)
    (firstSpellings, spellingTerms) = (terms.firstSpellings, terms.spellingTerms)
    keyLengths = terms.keyLengths
    guard spellingCount * 8 == section(.spellingCounts).count, termCount == section(.kinds).count,
      termCount == postingEnds.count,
      episodes.count == cueEnds.count, episodes.count == textEnds.count
    else { throw file.corrupt("its sections do not fit each other") }
  }

  public var termCount: Int { firstSpellings.count - 1 }

  public var spellingCount: Int { spellingTerms.count }

  public func kind(of term: Int) -> UInt8 { section(.kinds)[section(.kinds).startIndex + term] }

  public func key(of term: Int) -> ArraySlice<UInt8> {
    entry(firstSpellings[term]).prefix(Int(keyLengths[firstSpellings[term]]))
  }

  public func term(ofSpelling spelling: Int) -> Int { Int(spellingTerms[spelling]) }

  public func spellings(of term: Int) -> Range<Int> {
    firstSpellings[term]..<firstSpellings[term + 1]
  }

  public func spelling(_ spelling: Int) -> ArraySlice<UInt8> {
    entry(spelling).dropFirst(Int(keyLengths[spelling]) + 1)
  }

  public func count(ofSpelling spelling: Int) -> Int {
    let start = section(.spellingCounts).startIndex + spelling * 8
    return Int(word(at: start)) | Int(word(at: start + 4) & 0x7FFF_FFFF) << 32
  }

  public func term(withKey key: ArraySlice<UInt8>) -> Int? {
    var low = 0
    var high = termCount
    while low < high {
      let middle = (low + high) / 2
      if self.key(of: middle).lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < termCount && self.key(of: low).elementsEqual(key) ? low : nil
  }

  public func postings(of term: Int) throws(IndexError) -> [Posting] {
    try PostingsEncoder.decode(slice(.postings, term, postingEnds), episodes: episodes)
  }

  public func episodeCount(of term: Int) throws(IndexError) -> Int {
    var reader = ByteReader(slice(.postings, term, postingEnds))
    return try reader.varint(below: episodes.count + 1)
  }

  public func tokens(of episode: Int) throws(IndexError) -> [WordToken] {
    var tokens: [WordToken] = []
    tokens.reserveCapacity(episodes[episode].wordCount)
    let start = section(.tokens).startIndex
    for index in firstTokens[episode]..<firstTokens[episode + 1] {
      let token = WordToken(bits: word(at: start + index * 4))
      guard token.spelling < spellingCount else {
        throw IndexError(.corrupt, "the index is damaged: no such spelling; index again")
      }
      tokens.append(token)
    }
    return tokens
  }

  public func cues(of episode: Int) throws(IndexError) -> [CueRecord] {
    let record = episodes[episode]
    let textLength = slice(.texts, episode, textEnds).count
    var reader = ByteReader(slice(.cues, episode, cueEnds))
    var cues: [CueRecord] = []
    while !reader.isAtEnd {
      cues.append(
        try CueRecord(
          from: &reader, of: record, textLength: textLength,
          firstWord: cues.last?.words.upperBound ?? 0))
    }
    guard cues.count == record.cueCount, cues.last?.words.upperBound ?? 0 == record.wordCount
    else { throw reader.corrupt("the cues of \(record.path) do not cover its words") }
    return cues
  }

  public func text(of episode: Int) throws(IndexError) -> [UInt8] {
    Array(slice(.texts, episode, textEnds))
  }

  private func section(_ section: IndexFormat.Section) -> ArraySlice<UInt8> {
    bytes[sections[section.rawValue]]
  }

  /// The part of a section that `ends` gives to number `index`.
  private func slice(
    _ section: IndexFormat.Section, _ index: Int, _ ends: [Int]
  ) -> ArraySlice<UInt8> {
    let base = sections[section.rawValue].lowerBound
    return bytes[base + (index == 0 ? 0 : ends[index - 1])..<base + ends[index]]
  }

  private func entry(_ spelling: Int) -> ArraySlice<UInt8> {
    slice(.spellings, spelling, spellingEnds)
  }

  private func word(at position: Int) -> UInt32 {
    UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8
      | UInt32(bytes[position + 2]) << 16 | UInt32(bytes[position + 3]) << 24
  }
}
