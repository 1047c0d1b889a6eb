import CMemory

/// Makes one segment of several, less what was deleted: the same bytes as if its episodes had been
/// indexed together.
///
/// Memory: the dictionaries, and some bytes for each episode.
struct SegmentMerge {
  private let sources: [LiveSegment]
  /// Of each source, the records that take the place of its own.
  private let records: [[Int: EpisodeRecord]]
  private let order: EpisodeOrder
  /// Of each source, the new number of each episode.
  private let episodes: [[UInt32]]
  /// Of each source, the new number of each spelling.
  private var spellings: [[UInt32]]

  /// Of each source, whether new numbers ascend with old ones.
  private let isAscending: [Bool]
  private let jobs: Int

  private static let none = UInt32.max

  init(
    _ sources: [LiveSegment], records: [[Int: EpisodeRecord]] = [], jobs: Int = 1
  ) throws(IndexError) {
    (self.sources, self.jobs) = (sources, jobs)
    self.records = records.isEmpty ? sources.map { _ in [:] } : records
    order = try EpisodeOrder(sources, records: records)
    var episodes = sources.map {
      [UInt32](repeating: Self.none, count: $0.segment.counts.episodes)
    }
    for (number, entry) in order.entries.enumerated() {
      episodes[entry.source][entry.episode] = UInt32(number)
    }
    self.episodes = episodes
    isAscending = episodes.map { numbers in
      let live = numbers.filter { $0 != Self.none }
      return zip(live, live.dropFirst()).allSatisfy { $0 < $1 }
    }
    spellings = sources.map { [UInt32](repeating: Self.none, count: $0.segment.counts.spellings) }
  }

  /// Writes the segment.
  mutating func write(to writer: inout SegmentWriter) throws(IndexError) {
    for entry in order.entries {
      let segment = sources[entry.source].segment
      try writer.addWords(
        try segment.rawWords(of: entry.episode),
        wordCount: try segment.wordCount(of: entry.episode))
    }
    try writer.beginTerms()
    try writeTerms(to: &writer)
    // Postings of all lengths have come and gone.
    return_free_memory()
    try writer.endTerms()
    try writeVocabularies(to: &writer)
    try writer.beginRecords()
    for entry in order.entries {
      let segment = sources[entry.source].segment
      if let record = records[entry.source][entry.episode] {
        try writer.add(record)
      } else {
        try writer.add(try segment.record(of: entry.episode))
      }
    }
  }

  private mutating func writeTerms(
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    var dictionary = try DictionaryMerge(sources)
    var next: UInt32 = 0
    while true {
      var chunks: [[DictionaryMerge.Term]] = []
      while chunks.count < 4 * jobs, let chunk = try Self.chunk(&dictionary) {
        chunks.append(chunk)
      }
      guard !chunks.isEmpty else { return }
      for (terms, encoded) in zip(chunks, try encode(chunks)) {
        for (index, term) in terms.enumerated() {
          number(term, &next)
          try encoded.bytes.lend { (bytes) throws(IndexError) in
            try writer.addTerm(
              term.key, kind: term.kind, postings: bytes.part(encoded.range(index)))
          }
          for spelling in term.spellings {
            writer.addSpelling(spelling.bytes, count: spelling.count)
          }
        }
      }
    }
  }

  /// Terms with about as many occurrences as other chunks have; `nil` after the last one.
  private static func chunk(
    _ dictionary: inout DictionaryMerge
  ) throws(IndexError) -> [DictionaryMerge.Term]? {
    var terms: [DictionaryMerge.Term] = []
    var weight = 0
    while weight < 1 << 16, let term = try dictionary.next() {
      weight += term.spellings.reduce(16) { $0 + $1.count }
      terms.append(term)
    }
    return terms.isEmpty ? nil : terms
  }

  private mutating func number(_ term: DictionaryMerge.Term, _ next: inout UInt32) {
    for spelling in term.spellings {
      for part in spelling.parts { spellings[part.source][part.number] = next }
      next += 1
    }
  }

  private func encode(
    _ chunks: [[DictionaryMerge.Term]]
  ) throws(IndexError) -> [EncodedTerms] {
    // Keys and spellings point into the segments, which stay.
    nonisolated(unsafe) let chunks = chunks
    let merge = self
    return try Parallel.map(chunks.count, jobs: jobs) { (index) throws(IndexError) in
      var encoder = PostingsEncoder()
      var encoded = EncodedTerms()
      for term in chunks[index] {
        try merge.encode(term, &encoder)
        try encoded.add { (bytes) throws(IndexError) in encoder.finish(into: &bytes) }
      }
      return encoded
    }
  }

  /// Encodes the postings of a term, those of all sources in order of the new numbers.
  private func encode(
    _ term: DictionaryMerge.Term, _ encoder: inout PostingsEncoder
  ) throws(IndexError) {
    var cursors: [MergeCursor] = []
    for part in term.parts {
      let cursor = try sources[part.source].segment.cursor(of: part.number)
      cursors += try MergeCursor.cursors(
        cursor, episodes[part.source], isAscending: isAscending[part.source])
    }
    var positions: [UInt32] = []
    while !cursors.isEmpty {
      var least = 0
      for index in cursors.indices.dropFirst() where cursors[index].episode < cursors[least].episode
      {
        least = index
      }
      positions.removeAll(keepingCapacity: true)
      try cursors[least].cursor.appendPositions(to: &positions)
      try encoder.begin(
        episode: UInt32(cursors[least].episode), frequency: UInt32(positions.count))
      for position in positions { try encoder.add(position: position) }
      if !(try cursors[least].next()) { cursors.remove(at: least) }
    }
  }

  private func writeVocabularies(to writer: inout SegmentWriter) throws(IndexError) {
    for entry in order.entries {
      let map = spellings[entry.source]
      let words = try sources[entry.source].segment.words(of: entry.episode)
      let numbers = try words.stream.spellings().map { map[Int($0)] }
      guard !numbers.contains(Self.none) else {
        throw sources[entry.source].segment.corrupt(
          "an episode refers to a spelling that it does not have")
      }
      try writer.addVocabulary(numbers)
    }
  }
}

/// A cursor over what is left of a term's postings, in new numbers.
private struct MergeCursor {
  var cursor: PostingsCursor
  private let numbers: [UInt32]
  /// The new number of the episode that it stands on.
  private(set) var episode = 0
  /// The episodes that are yet to come, where new numbers go another way than old ones.
  private var end = PostingsCursor.end

  private init(_ cursor: PostingsCursor, _ numbers: [UInt32]) {
    (self.cursor, self.numbers) = (cursor, numbers)
  }

  /// Cursors whose new numbers ascend, which together cover a term: one, unless episodes were moved.
  static func cursors(
    _ cursor: PostingsCursor, _ numbers: [UInt32], isAscending: Bool
  ) throws(IndexError) -> [MergeCursor] {
    if isAscending {
      var only = MergeCursor(cursor, numbers)
      return try only.begin() ? [only] : []
    }
    var result: [MergeCursor] = []
    var scout = cursor
    var last: UInt32?
    while scout.episode != PostingsCursor.end {
      let number = numbers[scout.episode]
      if number != .max {
        if last == nil || number < last! {
          if !result.isEmpty { result[result.count - 1].end = scout.episode }
          var next = MergeCursor(scout, numbers)
          next.episode = Int(number)
          result.append(next)
        }
        last = number
      }
      try scout.next()
    }
    return result
  }

  /// Goes to the first episode that is left.
  ///
  /// - Returns: whether there is one.
  private mutating func begin() throws(IndexError) -> Bool {
    guard cursor.episode < end else { return false }
    guard numbers[cursor.episode] == .max else {
      episode = Int(numbers[cursor.episode])
      return true
    }
    return try next()
  }

  /// Goes on.
  ///
  /// - Returns: whether there is more.
  mutating func next() throws(IndexError) -> Bool {
    repeat { try cursor.next() } while cursor.episode < end && numbers[cursor.episode] == .max
    guard cursor.episode < end else { return false }
    episode = Int(numbers[cursor.episode])
    return true
  }
}
