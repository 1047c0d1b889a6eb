import InvertedIndex

/// How a list is kept: a checksum, then what it depends on, then the phrases.
///
///     checksum     UInt64: XXH64 of all that follows
///     fingerprint  string: see `fingerprint`
///     phrases      varint count; of each varint length of its row, then varints: a joiner as its number, a
///                  word as its number + the number of joiners; key as a string, spelling as a string, varint
///                  count, varint episodes, and of its statistics varint count and four doubles as UInt64
extension PhraseList {
  /// What a list of everything depends on besides the index: criteria, word lists, and a number that
  /// goes up with every change of this format and of what is found.
  private static func fingerprint(_ criteria: PhraseCriteria) -> String {
    let lists = PhraseRoles.lists.reduce(into: [UInt8]()) { $0 += $1 }
    return "phrases 5 \(criteria) \(lists.hash64)"
  }

  package func bytes(_ criteria: PhraseCriteria) -> [UInt8] {
    var writer = ByteWriter()
    writer.string(Self.fingerprint(criteria))
    writer.varint(phrases.count)
    for phrase in phrases {
      writer.varint(phrase.row.count)
      for number in phrase.row { writer.varint(PhraseRow.code(of: number)) }
      writer.string(String(decoding: phrase.key, as: UTF8.self))
      writer.string(phrase.spelling)
      writer.varint(phrase.count)
      writer.varint(phrase.episodes)
      let statistics = phrase.statistics
      writer.varint(statistics.count)
      for value in [
        statistics.logLikelihood, statistics.npmi, statistics.freedom, statistics.cValue,
      ] {
        writer.integer(value.bitPattern)
      }
    }
    var whole = ByteWriter()
    whole.integer(writer.bytes.hash64)
    whole.append(writer.bytes)
    return whole.bytes
  }

  /// Reads a list that was found in all of an index.
  ///
  /// - Returns: `nil` if the bytes are not whole, or the list is of other criteria.
  package init?(_ bytes: [UInt8], _ criteria: PhraseCriteria, termCount: Int) {
    guard bytes.count > 8 else { return nil }
    // A list that cannot be read is found anew.
    let phrases = try? bytes.lend { (bytes) throws(IndexError) -> [Phrase]? in
      var reader = ByteReader(bytes)
      let checksum = try reader.integer(UInt64.self)
      let rest = UnsafeRawBufferPointer(rebasing: bytes[8...])
      guard rest.hash64 == checksum else { return nil }
      guard try reader.string() == Self.fingerprint(criteria) else { return nil }
      var phrases: [Phrase] = []
      for _ in 0..<(try reader.varint()) {
        phrases.append(try Phrase(from: &reader, termCount: termCount))
      }
      return phrases
    }
    guard let phrases = phrases ?? nil, phrases.areOrdered else { return nil }
    self.init(phrases)
  }
}

extension [Phrase] {
  /// Whether keys ascend, so that each is there once, and so are the rows of words.
  fileprivate var areOrdered: Bool {
    zip(self, dropFirst()).allSatisfy { $0.key.lexicographicallyPrecedes($1.key) }
      && Set(map(\.row)).count == count
  }
}

extension Phrase {
  fileprivate init(from reader: inout ByteReader, termCount: Int) throws(IndexError) {
    var row: [UInt32] = []
    for _ in 0..<(try reader.varint(below: PhraseRow.longest + 1)) {
      let bound = termCount + Int(WordJoint.joinerCount)
      row.append(PhraseRow.number(ofCode: try reader.varint(below: bound)))
    }
    guard PhraseRow.isRow(row) else { throw reader.corrupt("a phrase is not a sequence of words") }
    let key = Array(try reader.string().utf8)
    let spelling = try reader.string()
    // Sums of these must not overflow.
    let count = try reader.varint(below: 1 << 40)
    let episodes = try reader.varint(below: 1 << 40)
    let counted = try reader.varint(below: 1 << 40)
    var values: [Double] = []
    for _ in 0..<4 { values.append(Double(bitPattern: try reader.integer(UInt64.self))) }
    guard values.allSatisfy(\.isFinite) else { throw reader.corrupt("no number") }
    self.init(
      row: row, key: key, spelling: spelling, count: count, episodes: episodes,
      statistics: PhraseStatistics(
        count: counted, logLikelihood: values[0], npmi: values[1], freedom: values[2],
        cValue: values[3]))
  }
}
