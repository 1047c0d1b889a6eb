import FilePaths

/// Reads all of a segment and holds its parts against one another.
///
/// Memory: three integers a term and one a spelling.
struct SegmentCheck {
  private let segment: SegmentReader
  private(set) var faults: [StorageFault] = []
  /// Of each term, as the words of the episodes tell: occurrences, and a sum of hashes of the places.
  private var occurrences: [Int]
  private var places: [UInt64]
  private var spellingCounts: [Int]
  private var terms: [UInt32] = []

  init(_ segment: SegmentReader) {
    self.segment = segment
    occurrences = Array(repeating: 0, count: segment.counts.terms)
    places = Array(repeating: 0, count: segment.counts.terms)
    spellingCounts = Array(repeating: 0, count: segment.counts.spellings)
  }

  /// Checks everything.
  ///
  /// - Returns: what is broken; nothing if the segment is whole.
  static func faults(of segment: SegmentReader) -> [StorageFault] {
    var check = SegmentCheck(segment)
    check.run()
    return check.faults
  }

  private mutating func run() {
    checkBlocks()
    do throws(IndexError) { terms = try segment.termsOfSpellings() } catch { return note(error) }
    for episode in 0..<segment.counts.episodes {
      do throws(IndexError) { try checkEpisode(episode) } catch { note(error, episode: episode) }
    }
    // What an episode that cannot be read is missing from would be told again, term by term.
    guard faults.isEmpty else { return }
    for term in 0..<segment.counts.terms {
      do throws(IndexError) { try checkTerm(term) } catch { note(error) }
    }
    do throws(IndexError) { try checkCharacters() } catch { note(error) }
  }

  private mutating func note(_ error: IndexError, episode: Int? = nil) {
    // Where the path is lost too, the number is what is left to name the episode by.
    let path = episode.map { number in
      (try? segment.path(of: number).description) ?? "episode \(number) of the segment"
    }
    faults.append(StorageFault(error, episodes: path.map { [$0] } ?? []))
  }

  private mutating func checkBlocks() {
    for block in 0..<segment.file.blockCount {
      do throws(IndexError) { try segment.file.check(block) } catch {
        var error = error
        if let section = segment.file.section(at: block * SegmentFormat.blockLength) {
          error.detail += " (from the section “\(section)” on)"
        }
        faults.append(StorageFault(error))
      }
    }
  }

  private mutating func checkEpisode(_ episode: Int) throws(IndexError) {
    let bytes = try segment.rawWords(of: episode)
    let words = try segment.words(of: episode)
    let record = try segment.record(of: episode)
    let details = try segment.details(of: episode)
    guard String(validating: details.text, as: UTF8.self) != nil else {
      throw segment.corrupt("the text of \(record.path) is not UTF-8", in: bytes)
    }
    guard record.wordCount == words.wordCount, record.cueCount == words.cueCount,
      details.cues.allSatisfy({ $0.speaker ?? -1 < record.speakers.count })
    else {
      throw segment.corrupt("the record of \(record.path) does not match its words")
    }
    guard details.wordTimes.allSatisfy({ details.text[$0.offset] & 0xC0 != 0x80 }) else {
      throw segment.corrupt("a word of \(record.path) begins inside a character", in: bytes)
    }
    guard record.cueHash == Self.cueHash(of: details) else {
      throw segment.corrupt("the cues of \(record.path) differ from its record", in: bytes)
    }
    if episode > 0, try segment.path(of: episode - 1) >= record.path {
      throw segment.corrupt("\(record.path) is out of order")
    }
    try checkJoiners(words, details, record.path.description)
    let spellings = try words.stream.spellings()
    for (position, local) in try words.stream.localStream().enumerated() {
      let spelling = Int(spellings[Int(local)])
      let term = Int(terms[spelling])
      spellingCounts[spelling] += 1
      occurrences[term] += 1
      places[term] &+= Self.hash(episode, position)
    }
  }

  private static func cueHash(of details: EpisodeWords.Details) -> UInt64 {
    var hash = CueHash()
    details.text.withUnsafeBytes { text in
      for cue in details.cues {
        hash.add(
          text.part(cue.text), start: cue.start.map(Int32.init), end: cue.end.map(Int32.init))
      }
    }
    return hash.value
  }

  /// Every joiner must stand in the text, and each that is spelled as in search form must be listed.
  private func checkJoiners(
    _ words: EpisodeWords, _ details: EpisodeWords.Details, _ path: String
  ) throws(IndexError) {
    var listed: [Int: Joiner] = [:]
    try words.stream.forEachJoiner { listed[$0.position] = $0 }
    let isFitting = details.cues.allSatisfy { cue in
      cue.words.dropLast().allSatisfy { position in
        let joiner = listed.removeValue(forKey: position)
        let between = details.words[position].upperBound..<details.words[position + 1].lowerBound
        let plain = details.text[between].withUnsafeBytes { Joiner(after: position, $0) }
        return joiner == plain || plain == nil && joiner?.fits(details.text[between]) == true
      }
    }
    guard isFitting, listed.isEmpty else {
      throw segment.corrupt("the joiners of \(path) differ from its text")
    }
  }

  /// Mixes the bits of a place, so that sums of different places differ (the finaliser of
  /// MurmurHash3).
  private static func hash(_ episode: Int, _ position: Int) -> UInt64 {
    var hash = UInt64(episode) << 32 ^ UInt64(position)
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }

  private mutating func checkTerm(_ term: Int) throws(IndexError) {
    let key = try segment.key(of: term)
    let name = "“\(String(decoding: key, as: UTF8.self))”"
    if term > 0, try segment.key(of: term - 1).compare(key) >= 0 {
      throw segment.corrupt("the term \(name) is out of order")
    }
    var cursor = try segment.cursor(of: term)
    var (episodes, count, sum) = (0, 0, UInt64(0))
    var positions: [UInt32] = []
    while cursor.episode != PostingsCursor.end {
      positions.removeAll(keepingCapacity: true)
      try cursor.appendPositions(to: &positions)
      for position in positions { sum &+= Self.hash(cursor.episode, Int(position)) }
      episodes += 1
      count += positions.count
      try cursor.next()
    }
    guard episodes == cursor.episodeCount, count == cursor.occurrences,
      count == occurrences[term], sum == places[term]
    else {
      throw segment.corrupt("the postings of \(name) differ from the episodes")
    }
    try checkSpellings(of: term, name)
  }

  private func checkSpellings(of term: Int, _ name: String) throws(IndexError) {
    var last: UnsafeRawBufferPointer?
    for spelling in try segment.spellings(of: term) {
      let bytes = try segment.spelling(spelling, of: term)
      guard try segment.count(ofSpelling: spelling) == spellingCounts[spelling],
        last.map({ $0.compare(bytes) < 0 }) ?? true
      else {
        throw segment.corrupt("the spellings of \(name) have wrong counts")
      }
      last = bytes
    }
  }

  /// Every character must lead to its terms, and to no others.
  private func checkCharacters() throws(IndexError) {
    var expected: [UInt32: [Int]] = [:]
    for term in 0..<segment.counts.terms {
      let key = String(decoding: try segment.key(of: term), as: UTF8.self)
      for character in Set(key.unicodeScalars.map(\.value))
      where character >= CharacterTerms.first {
        expected[character, default: []].append(term)
      }
    }
    guard expected.count == segment.counts.characters else {
      throw segment.corrupt("characters are missing")
    }
    for (character, terms) in expected
    where try segment.characters.terms(with: character) != terms {
      throw segment.corrupt("terms with U+\(String(character, radix: 16)) are missing")
    }
  }
}
