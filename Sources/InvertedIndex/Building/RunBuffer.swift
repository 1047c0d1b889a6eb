import FilePaths

/// What a run of indexing holds in memory: everything of its episodes but their words, which are in
/// the segment's file as soon as they are added.
struct RunBuffer {
  private var table = SpellingTable()
  private var kinds: [UInt8] = []
  private var spellingCounts: [UInt32] = []
  private var maps: [Int: EncoderMap] = [:]
  private var postings = HeldPostings()
  private var vocabularies: [[UInt32]] = []
  private var vocabularySize = 0
  private var records: [EpisodeRecord] = []
  private var recordSize = 0

  /// The numbers of the run, by those of an encoder.
  private struct EncoderMap {
    var terms: [UInt32] = []
    var spellings: [UInt32] = []
  }

  var lastPath: FilePath? { records.last?.path }

  /// Whether it has an episode of a path.
  ///
  /// - Complexity: O(log episodes): they are in order of paths.
  func holds(_ path: FilePath) -> Bool {
    var (first, last) = (0, records.count)
    while first < last {
      let middle = (first + last) / 2
      if records[middle].path < path { first = middle + 1 } else { last = middle }
    }
    return first < records.count && records[first].path == path
  }

  /// Bytes in memory, about. What the encoders hold to number the same words is counted, too.
  var size: Int {
    postings.size + vocabularySize + recordSize + table.size * (1 + maps.count)
      + kinds.count * 13 + spellingCounts.count * 4 * (1 + maps.count)
  }

  /// What is left for another run with the same encoders: their numbers.
  func restarted() -> RunBuffer {
    var buffer = RunBuffer()
    (buffer.table, buffer.maps) = (table, maps)
    buffer.kinds = kinds.map { _ in .max }
    buffer.spellingCounts = spellingCounts.map { _ in 0 }
    return buffer
  }

  /// Adds an episode, less its words.
  mutating func add(_ episode: EncodedEpisode) {
    var map = maps.removeValue(forKey: episode.encoder) ?? EncoderMap()
    addNews(of: episode, to: &map)
    addSpellings(of: episode, map)
    addPostings(of: episode, map)
    records.append(episode.record)
    recordSize += 256 + episode.record.path.bytes.count * 2
    maps[episode.encoder] = map
  }

  private mutating func addNews(of episode: EncodedEpisode, to map: inout EncoderMap) {
    episode.newTerms.lendEach { key in
      let term = table.term(key)
      if term == kinds.count { kinds.append(.max) }
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
    let vocabulary = episode.spellings.mapped(by: map.spellings)
    spellingCounts.withUnsafeMutableBufferPointer { counts in
      for (index, spelling) in vocabulary.enumerated() {
        counts[Int(spelling)] += episode.spellingCounts[index]
      }
    }
    vocabularies.append(vocabulary)
    vocabularySize += 4 * vocabulary.count + 48
  }

  private mutating func addPostings(of episode: EncodedEpisode, _ map: EncoderMap) {
    let terms = episode.terms.mapped(by: map.terms)
    kinds.withUnsafeMutableBufferPointer { kinds in
      for (index, term) in terms.enumerated() {
        kinds[Int(term)] = min(kinds[Int(term)], episode.kinds[index])
      }
    }
    postings.add(terms, episode.postings, words: episode.record.wordCount)
  }

  /// Writes everything to a segment that has the episodes' words.
  consuming func write(
    to writer: inout SegmentWriter, jobs: Int
  ) throws(IndexError) {
    try writer.beginTerms()
    let numbers = try writeTerms(to: &writer, jobs)
    try writer.endTerms()
    for vocabulary in vocabularies { try writer.addVocabulary(vocabulary.mapped(by: numbers)) }
    try writer.beginRecords()
    for record in records { try writer.add(record) }
  }

  /// - Returns: the numbers of the spellings in the segment.
  private func writeTerms(
    to writer: inout SegmentWriter, _ jobs: Int
  ) throws(IndexError) -> [UInt32] {
    let sorted = SortedPostings(postings, table.terms.sorted(), termCount: kinds.count)
    var numbers = [UInt32](repeating: 0, count: table.spellingCount)
    var next: UInt32 = 0
    var members: [UInt32] = []
    let chunks = sorted.chunks()
    for start in stride(from: 0, to: chunks.count, by: 4 * jobs) {
      let part = chunks[start..<min(start + 4 * jobs, chunks.count)]
      for (ranks, encoded) in zip(part, try sorted.encode(part, jobs: jobs)) {
        for (index, term) in sorted.terms[ranks].enumerated() {
          findSpellings(of: term, &members)
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

  /// The spellings of a term that stand in the run, in order of their bytes.
  private func findSpellings(of term: Int, _ members: inout [UInt32]) {
    members.removeAll(keepingCapacity: true)
    table.forEachSpelling(of: term) { spelling in
      if spellingCounts[Int(spelling)] > 0 { members.append(spelling) }
    }
    guard members.count > 1 else { return }
    members.sort {
      table.spellings[Int($0)].lexicographicallyPrecedes(table.spellings[Int($1)])
    }
  }

  private func write(
    _ term: Int, _ members: [UInt32], _ encoded: EncodedTerms, _ index: Int,
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    try encoded.bytes.lend { (postings) throws(IndexError) in
      try table.terms.bytes.lend { (keys) throws(IndexError) in
        try writer.addTerm(
          keys.part(table.terms.range(term)), kind: kinds[term],
          postings: postings.part(encoded.range(index)))
      }
    }
    table.spellings.bytes.withUnsafeBytes { bytes in
      for spelling in members {
        writer.addSpelling(
          bytes.part(table.spellings.range(Int(spelling))),
          count: Int(spellingCounts[Int(spelling)]))
      }
    }
  }
}

extension [UInt32] {
  /// What a table has for each of the numbers.
  fileprivate func mapped(by table: [UInt32]) -> [UInt32] {
    table.withUnsafeBufferPointer { table in map { table[Int($0)] } }
  }
}
