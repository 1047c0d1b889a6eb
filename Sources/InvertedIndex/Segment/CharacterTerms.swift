/// Which terms have a character in their keys: how the words are found that contain, start or end
/// with a string of Han.
///
/// Characters below U+2E80 are not listed.
struct CharacterTerms {
  static let first: UInt32 = 0x2E80

  private let file: SegmentFile
  private let characters: UnsafeRawBufferPointer
  private let ends: EliasFano

  init(_ file: SegmentFile) throws(IndexError) {
    self.file = file
    let count = file.counts.characters
    characters = try file.bytes(.characters)
    guard characters.count == 4 * count else {
      throw file.corrupt("characters are missing", in: characters)
    }
    ends = try file.list(
      .characterTermEnds, count: count, bound: file.length(.characterTerms))
  }

  /// The terms with a character, in ascending order.
  func terms(with character: UInt32) throws(IndexError) -> [Int] {
    guard let index = index(of: character) else { return [] }
    let start = index == 0 ? 0 : ends[index - 1]
    guard start <= ends[index] else { throw file.corrupt("offsets go back") }
    let bytes = try file.bytes(.characterTerms, start..<ends[index])
    return try file.locating { () throws(IndexError) in
      try Self.terms(file.reader(bytes), below: file.counts.terms)
    }
  }

  private static func terms(_ reader: ByteReader, below bound: Int) throws(IndexError) -> [Int] {
    var reader = reader
    var terms: [Int] = []
    var next = 0
    while !reader.isAtEnd {
      next += try reader.varint(below: 1 << 32)
      guard next < bound else { throw reader.corrupt("a character has an unknown term") }
      terms.append(next)
      next += 1
    }
    return terms
  }

  /// Bytes of the list of a character's terms.
  func weight(of character: UInt32) -> Int {
    guard let index = index(of: character) else { return 0 }
    return ends[index] - (index == 0 ? 0 : ends[index - 1])
  }

  private func index(of character: UInt32) -> Int? {
    var (first, last) = (0, ends.count)
    while first < last {
      let middle = (first + last) / 2
      if self.character(middle) < character { first = middle + 1 } else { last = middle }
    }
    return first < ends.count && self.character(first) == character ? first : nil
  }

  private func character(_ index: Int) -> UInt32 {
    UInt32(littleEndian: characters.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }
}

extension SegmentReader {
  /// The terms whose keys contain a string, in ascending order.
  ///
  /// - Complexity: O(terms with the rarest character of the string); all terms if no character of it
  ///   is listed.
  package func terms(containing string: [UInt8]) throws(IndexError) -> [Int] {
    let listed = String(decoding: string, as: UTF8.self).unicodeScalars
      .map(\.value).filter { $0 >= CharacterTerms.first }
    var candidates: [Int]?
    for character in listed {
      let terms = try characters.terms(with: character)
      if terms.count < candidates?.count ?? .max { candidates = terms }
    }
    var result: [Int] = []
    for term in candidates ?? Array(0..<counts.terms)
    where try key(of: term).contains(string) {
      result.append(term)
    }
    return result
  }

  /// The terms whose keys end with a string, in ascending order.
  package func terms(endingWith string: [UInt8]) throws(IndexError) -> [Int] {
    var result: [Int] = []
    for term in try terms(containing: string)
    where try key(of: term).suffix(string.count).elementsEqual(string) {
      result.append(term)
    }
    return result
  }

  /// The terms whose keys start with a string.
  ///
  /// - Complexity: O(log n).
  package func terms(startingWith string: [UInt8]) throws(IndexError) -> Range<Int> {
    let first = try string.lend { (string) throws(IndexError) in
      try firstTerm(notBefore: string)
    }
    // No key has a byte of 0xFF, so this comes after all that start with the string.
    let end = try (string + [0xFF]).lend { (string) throws(IndexError) in
      try firstTerm(notBefore: string)
    }
    return first..<max(first, end)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func contains(_ string: [UInt8]) -> Bool {
    guard string.count <= count else { return false }
    return string.isEmpty
      || (0...count - string.count).contains { start in
        self[start] == string[0] && self[start..<start + string.count].elementsEqual(string)
      }
  }
}
