/// Collects the sections of a segment that hold its terms and spellings.
struct DictionarySections {
  private var keys: [UInt8] = []
  private var keyEnds: [Int] = []
  private var kinds: [UInt8] = []
  private var spellings: [UInt8] = []
  private var spellingEnds: [Int] = []
  private var spellingFirsts: [Int] = []
  /// Added up.
  private var spellingCounts: [Int] = []
  /// The character in the high half, the term in the low half.
  private var characters: [UInt64] = []

  var termCount: Int { kinds.count }
  var spellingCount: Int { spellingEnds.count }

  /// Adds the next term by key.
  mutating func add(_ term: SegmentWriter.Term) {
    addCharacters(of: term.key)
    keys += term.key
    keyEnds.append(keys.count)
    kinds.append(term.kind)
    spellingFirsts.append(spellingCount)
    for (bytes, count) in term.spellings {
      // Most spellings are the key.
      if bytes.compare(term.key) == 0 { spellings.append(0) } else { spellings += bytes }
      spellingEnds.append(spellings.count)
      spellingCounts.append((spellingCounts.last ?? 0) + count)
    }
  }

  private mutating func addCharacters(of key: UnsafeRawBufferPointer) {
    guard key.contains(where: { $0 >= 0xE2 }) else { return }
    let values = String(decoding: key, as: UTF8.self).unicodeScalars.map(\.value)
    for value in Set(values) where value >= CharacterTerms.first {
      characters.append(UInt64(value) << 32 | UInt64(termCount))
    }
  }

  /// The bytes of each section, and how many characters there are.
  func sections(
    words: Int
  ) -> (parts: [(SegmentFormat.Section, [UInt8])], characters: Int) {
    func list(_ values: [Int], _ bound: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      EliasFano.encode(values, bound: bound, into: &bytes)
      return bytes
    }
    let characters = characterSections()
    return (
      [
        (.keys, keys), (.keyEnds, list(keyEnds, keys.count)), (.kinds, kinds),
        (.spellings, spellings), (.spellingEnds, list(spellingEnds, spellings.count)),
        (.spellingFirsts, list(spellingFirsts, spellingCount)),
        (.spellingCounts, list(spellingCounts, words)), (.characters, characters.characters),
        (.characterTerms, characters.terms),
        (.characterTermEnds, list(characters.ends, characters.terms.count)),
      ], characters.ends.count
    )
  }

  private func characterSections() -> (characters: [UInt8], terms: [UInt8], ends: [Int]) {
    var result: (characters: [UInt8], terms: [UInt8], ends: [Int]) = ([], [], [])
    var (last, next): (UInt32?, UInt32) = (nil, 0)
    for entry in characters.sorted() {
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
