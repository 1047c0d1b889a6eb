/// What a run of indexing holds in memory: everything of its episodes but their words, which are in
/// the segment's file as soon as they are added.
struct RunBuffer {
  private var table = SpellingTable()
  private var kinds: [UInt8] = []
  private var spellingCounts: [UInt32] = []
  private var maps: [Int: EncoderMap] = [:]
  private var postings = PostingPool()
  private var vocabularies: [[UInt32]] = []
  private var vocabularySize = 0
  private var records: [EpisodeRecord] = []
  private var recordSize = 0
  /// The episode that each term stood in last, plus one.
  private var nextEpisodes: [UInt32] = []

  /// The numbers of the run, by those of an encoder.
  private struct EncoderMap {
    var terms: [UInt32] = []
    var spellings: [UInt32] = []
  }

  var lastPath: String? { records.last?.path }
  var cannotGrow: Bool { postings.isFull }

  /// Bytes in memory, about. What the encoders hold to number the same words is counted, too.
  var size: Int {
    postings.size + vocabularySize + recordSize + table.size * (1 + maps.count)
      + kinds.count * 5 + spellingCounts.count * 4 * (1 + maps.count)
  }

  /// What is left for another run with the same encoders: their numbers.
  func restarted() -> RunBuffer {
    var buffer = RunBuffer()
    (buffer.table, buffer.maps) = (table, maps)
    for _ in kinds { buffer.addTerm() }
    buffer.spellingCounts = spellingCounts.map { _ in 0 }
    return buffer
  }

  private mutating func addTerm() {
    kinds.append(.max)
    nextEpisodes.append(0)
    postings.addStream()
  }

  /// Adds an episode, less its words.
  mutating func add(_ episode: EncodedEpisode) {
    var map = maps.removeValue(forKey: episode.encoder) ?? EncoderMap()
    addNews(of: episode, to: &map)
    addSpellings(of: episode, map)
    addPostings(of: episode, map)
    records.append(episode.record)
    recordSize += 256 + episode.record.path.utf8.count * 2
    maps[episode.encoder] = map
  }

  private mutating func addNews(of episode: EncodedEpisode, to map: inout EncoderMap) {
    episode.newTerms.lendEach { key in
      let term = table.term(key, lexiconID: WordBlock.noLexiconID)
      if term == kinds.count { addTerm() }
      map.terms.append(term)
    }
    var index = 0
    episode.newSpellings.lendEach { bytes in
      let term = map.terms[Int(episode.newSpellingTerms[index])]
      let spelling = table.spelling(bytes, of: term)
      if spelling == spellingCounts.count { spellingCounts.append(0) }
      map.spellings.append(spelling)
      index += 1
    }
  }

  private mutating func addSpellings(of episode: EncodedEpisode, _ map: EncoderMap) {
    let vocabulary = episode.spellings.map { map.spellings[Int($0)] }
    for (spelling, count) in zip(vocabulary, episode.spellingCounts) {
      spellingCounts[Int(spelling)] += count
    }
    vocabularies.append(vocabulary)
    vocabularySize += 4 * vocabulary.count + 48
  }

  private mutating func addPostings(of episode: EncodedEpisode, _ map: EncoderMap) {
    let number = UInt32(records.count)
    var start = 0
    episode.postings.withUnsafeBytes { bytes in
      for (index, local) in episode.terms.enumerated() {
        let term = Int(map.terms[Int(local)])
        kinds[term] = min(kinds[term], episode.kinds[index])
        let end = Int(episode.postingEnds[index])
        postings.append(number - nextEpisodes[term], bytes.part(start..<end), to: term)
        nextEpisodes[term] = number + 1
        start = end
      }
    }
  }

  /// Writes everything to a segment that has the episodes' words.
  func write(
    to writer: inout SegmentWriter, codec: IntegerCodec, jobs: Int
  ) throws(IndexError) {
    try writer.beginTerms()
    let numbers = try writeTerms(to: &writer, codec, jobs)
    try writer.endTerms()
    for vocabulary in vocabularies {
      try writer.addVocabulary(vocabulary.map { numbers[Int($0)] })
    }
    try writer.beginRecords()
    for record in records { try writer.add(record) }
  }

  /// - Returns: the numbers of the spellings in the segment.
  private func writeTerms(
    to writer: inout SegmentWriter, _ codec: IntegerCodec, _ jobs: Int
  ) throws(IndexError) -> [UInt32] {
    let spellings = table.spellingsByTerm()
    var numbers = [UInt32](repeating: 0, count: table.spellingCount)
    var next: UInt32 = 0
    // Terms of an earlier run may have no episode in this one.
    let order = table.terms.sorted().filter { nextEpisodes[$0] > 0 }
    let chunks = chunks(of: order, spellings)
    for start in stride(from: 0, to: chunks.count, by: 4 * jobs) {
      let part = chunks[start..<min(start + 4 * jobs, chunks.count)]
      let encoded = try encode(part, of: order, codec, jobs)
      for (chunk, encoded) in zip(part, encoded) {
        for (index, term) in order[chunk].enumerated() {
          let members = table.sortedByBytes(
            spellings[term].filter { spellingCounts[Int($0)] > 0 })
          for spelling in members {
            numbers[Int(spelling)] = next
            next += 1
          }
          try write(term, members, encoded, index, to: &writer)
        }
      }
    }
    return numbers
  }

  /// Ranges of an order of terms with about the same number of occurrences each.
  private func chunks(of order: [Int], _ spellings: [[UInt32]]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var (start, weight) = (0, 0)
    for (index, term) in order.enumerated() {
      weight += spellings[term].reduce(16) { $0 + Int(spellingCounts[Int($1)]) }
      guard weight >= 1 << 16 || index + 1 == order.count else { continue }
      chunks.append(start..<index + 1)
      (start, weight) = (index + 1, 0)
    }
    return chunks
  }

  private func encode(
    _ chunks: ArraySlice<Range<Int>>, of order: [Int], _ codec: IntegerCodec, _ jobs: Int
  ) throws(IndexError) -> [EncodedTerms] {
    // The pool is only read here.
    nonisolated(unsafe) let postings = postings
    return try Parallel.map(chunks.count, jobs: jobs) { (index) throws(IndexError) in
      var encoder = PostingsEncoder(codec)
      var terms = EncodedTerms()
      var stream: [UInt8] = []
      for term in order[chunks[chunks.startIndex + index]] {
        postings.read(term, into: &stream)
        try terms.add { (bytes) throws(IndexError) in
          try Self.encode(stream, &encoder, into: &bytes)
        }
      }
      return terms
    }
  }

  private func write(
    _ term: Int, _ members: [UInt32], _ encoded: EncodedTerms, _ index: Int,
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    try table.lend(term, members) { (key, spellings) throws(IndexError) in
      try encoded.bytes.lend { (bytes) throws(IndexError) in
        try writer.add(
          SegmentWriter.Term(
            key: key, kind: kinds[term],
            spellings: zip(spellings, members).map { ($0, Int(spellingCounts[Int($1)])) }),
          postings: bytes.part(encoded.range(index)))
      }
    }
  }

  private static func encode(
    _ stream: [UInt8], _ encoder: inout PostingsEncoder, into encoded: inout [UInt8]
  ) throws(IndexError) {
    try stream.lend { (bytes) throws(IndexError) in
      var reader = ByteReader(bytes)
      var episode = 0
      while !reader.isAtEnd {
        episode += try reader.varint()
        let count = try reader.varint()
        try encoder.begin(episode: UInt32(episode), frequency: UInt32(count))
        for _ in 0..<count { try encoder.add(difference: UInt32(try reader.varint())) }
        episode += 1
      }
    }
    encoder.finish(into: &encoded)
  }
}

extension SpellingTable {
  /// The spellings of each term.
  fileprivate func spellingsByTerm() -> [[UInt32]] {
    var lists = [[UInt32]](repeating: [], count: termCount)
    for (spelling, term) in termsOfSpellings.enumerated() {
      lists[Int(term)].append(UInt32(spelling))
    }
    return lists
  }

  fileprivate func sortedByBytes(_ members: [UInt32]) -> [UInt32] {
    guard members.count > 1 else { return members }
    return members.sorted {
      spellings[Int($0)].lexicographicallyPrecedes(spellings[Int($1)])
    }
  }

  /// Lends the bytes of a term's key and of spellings.
  fileprivate func lend(
    _ term: Int, _ members: [UInt32],
    _ body: (UnsafeRawBufferPointer, [UnsafeRawBufferPointer]) throws(IndexError) -> Void
  ) throws(IndexError) {
    try terms.bytes.lend { (keys) throws(IndexError) in
      try spellings.bytes.lend { (bytes) throws(IndexError) in
        try body(
          keys.part(terms.range(term)), members.map { bytes.part(spellings.range(Int($0))) })
      }
    }
  }
}

extension ByteArena {
  /// Calls `body` with each string.
  func lendEach(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      for number in 0..<count { body(bytes.part(range(number))) }
    }
  }

  /// The numbers of the strings in the order of their bytes.
  func sorted() -> [Int] {
    bytes.withUnsafeBytes { bytes in
      // Eight bytes as one integer decide mostly.
      let entries = (0..<count).map { number in
        (prefix: bytes.part(range(number)).prefix64, number: number)
      }
      return entries.sorted { first, second in
        first.prefix != second.prefix
          ? first.prefix < second.prefix
          : bytes.part(range(first.number)).compare(bytes.part(range(second.number))) < 0
      }.map(\.number)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The first eight bytes as an integer that sorts as they do.
  var prefix64: UInt64 {
    if count >= 8 { return UInt64(bigEndian: loadUnaligned(as: UInt64.self)) }
    return reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - count))
  }
}
