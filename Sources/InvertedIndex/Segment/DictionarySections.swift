/// Collects the sections of a segment that hold its terms and spellings.
struct DictionarySections {
  private var keys: [UInt8] = []
  private var keyEnds: [UInt32] = []
  private var kinds: [UInt8] = []
  private var spellings: [UInt8] = []
  private var spellingEnds: [UInt32] = []
  private var spellingFirsts: [UInt32] = []
  /// Added up.
  private var spellingCounts: [Int] = []
  private var total = 0
  /// Where the last key begins.
  private var lastKey = 0
  /// The character in the high half, the term in the low half.
  private var characters: [UInt64] = []

  var termCount: Int { kinds.count }
  var spellingCount: Int { spellingEnds.count }

  /// Whether another term and another spelling can be told by four bytes: none is longer than a file.
  var hasRoom: Bool { keys.count < 1 << 31 && spellings.count < 1 << 31 }

  /// Adds the next term by key; its spellings follow.
  mutating func addTerm(_ key: UnsafeRawBufferPointer, kind: UInt8) {
    addCharacters(of: key)
    lastKey = keys.count
    keys += key
    keyEnds.append(UInt32(keys.count))
    kinds.append(kind)
    spellingFirsts.append(UInt32(spellingCount))
  }

  /// Adds the next spelling of the last term.
  mutating func addSpelling(_ bytes: UnsafeRawBufferPointer, count: Int) {
    // Most spellings are the key.
    if isLastKey(bytes) { spellings.append(0) } else { spellings += bytes }
    spellingEnds.append(UInt32(spellings.count))
    total += count
    spellingCounts.append(total)
  }

  private func isLastKey(_ bytes: UnsafeRawBufferPointer) -> Bool {
    keys.withUnsafeBytes { $0.part(lastKey..<keys.count).compare(bytes) == 0 }
  }

  /// Lists the term under the characters of its key.
  private mutating func addCharacters(of key: UnsafeRawBufferPointer) {
    var position = 0
    while position < key.count {
      let byte = key[position]
      guard byte >= 0xE2 else {
        position += 1
        continue
      }
      let length = byte < 0xF0 ? 3 : 4
      let value = key.scalar(position..<min(position + length, key.count))
      position += length
      if value >= CharacterTerms.first {
        characters.append(UInt64(value) << 32 | UInt64(termCount))
      }
    }
  }

  /// Hands out each section, and forgets it.
  ///
  /// - Returns: how many characters there are.
  mutating func write(
    words: Int, _ write: (SegmentFormat.Section, [UInt8]) throws(IndexError) -> Void
  ) throws(IndexError) -> Int {
    let (keyBytes, spellingBytes, spellingCount) = (keys.count, spellings.count, spellingCount)
    try write(.keys, keys)
    keys = []
    try write(.keyEnds, Self.list(keyEnds, bound: keyBytes))
    keyEnds = []
    try write(.kinds, kinds)
    kinds = []
    try write(.spellings, spellings)
    spellings = []
    try write(.spellingEnds, Self.list(spellingEnds, bound: spellingBytes))
    spellingEnds = []
    try write(.spellingFirsts, Self.list(spellingFirsts, bound: spellingCount))
    spellingFirsts = []
    try write(.spellingCounts, Self.list(spellingCounts, bound: words))
    spellingCounts = []
    return try writeCharacters(write)
  }

  private static func list(_ values: [UInt32], bound: Int) -> [UInt8] {
    list(values.lazy.map { Int($0) }, bound: bound)
  }

  private static func list(_ values: some Collection<Int>, bound: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    EliasFano.encode(values, bound: bound, into: &bytes)
    return bytes
  }

  private mutating func writeCharacters(
    _ write: (SegmentFormat.Section, [UInt8]) throws(IndexError) -> Void
  ) throws(IndexError) -> Int {
    let sections = characterSections()
    characters = []
    try write(.characters, sections.characters)
    try write(.characterTerms, sections.terms)
    try write(.characterTermEnds, Self.list(sections.ends, bound: sections.terms.count))
    return sections.ends.count
  }

  private mutating func characterSections() -> (characters: [UInt8], terms: [UInt8], ends: [Int]) {
    var result: (characters: [UInt8], terms: [UInt8], ends: [Int]) = ([], [], [])
    var (last, next): (UInt32?, UInt32) = (nil, 0)
    var lastEntry: UInt64?
    characters.sort()
    // A key may have a character twice.
    for entry in characters where entry != lastEntry {
      lastEntry = entry
      let (character, term) = (UInt32(entry >> 32), UInt32(truncatingIfNeeded: entry))
      if character != last {
        if last != nil { result.ends.append(result.terms.count) }
        result.characters.appendInteger(character)
        (last, next) = (character, 0)
      }
      result.terms.appendVarint(UInt64(term - next))
      next = term + 1
    }
    if last != nil { result.ends.append(result.terms.count) }
    return result
  }
}

extension UnsafeRawBufferPointer {
  /// The code point of a sequence of three or four bytes.
  fileprivate func scalar(_ range: Range<Int>) -> UInt32 {
    let lead = UInt32(self[range.lowerBound])
    return self[range].dropFirst().reduce(range.count == 3 ? lead & 0x0F : lead & 0x07) {
      $0 << 6 | UInt32($1) & 0x3F
    }
  }
}
