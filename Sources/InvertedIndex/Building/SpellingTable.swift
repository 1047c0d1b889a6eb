/// Numbers the spellings that one worker meets, and the terms that they belong to, in the order in
/// which they appear.
///
/// Terms are hashed by their keys; the spellings of a term, mostly one or two, are compared one after
/// the other.
struct SpellingTable {
  static let none = UInt32.max

  /// The keys of the terms, then the spellings, as parts of one arena.
  private(set) var terms = ByteArena()
  private var firstSpellings: [UInt32] = []
  private(set) var spellings = ByteArena()
  private(set) var termsOfSpellings: [UInt32] = []
  private var nextSpellings: [UInt32] = []

  private var hashed = HashIndex()

  var termCount: Int { firstSpellings.count }
  var spellingCount: Int { termsOfSpellings.count }

  /// The number of a term, by its key.
  mutating func term(_ key: UnsafeRawBufferPointer) -> UInt32 {
    let hash = key.shortHash
    let terms = self.terms
    let number = hashed.find(hash) { terms.equals($0, key) }
    return number == Self.none ? add(key, hash) : number
  }

  private mutating func add(_ key: UnsafeRawBufferPointer, _ hash: UInt64) -> UInt32 {
    let number = UInt32(firstSpellings.count)
    terms.append(key)
    firstSpellings.append(Self.none)
    hashed.insert(hash, number)
    return number
  }

  /// The number of a spelling of a term.
  @inline(__always)
  mutating func spelling(_ bytes: UnsafeRawBufferPointer, of term: UInt32) -> UInt32 {
    var number = firstSpellings[Int(term)]
    while number != Self.none {
      if spellings.equals(number, bytes) { return number }
      number = nextSpellings[Int(number)]
    }
    return add(bytes, to: term)
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer, to term: UInt32) -> UInt32 {
    let number = UInt32(termsOfSpellings.count)
    spellings.append(bytes)
    termsOfSpellings.append(term)
    nextSpellings.append(firstSpellings[Int(term)])
    firstSpellings[Int(term)] = number
    return number
  }

  /// Calls `body` with the spellings of a term, in no order.
  func forEachSpelling(of term: Int, _ body: (UInt32) -> Void) {
    var number = firstSpellings[term]
    while number != Self.none {
      body(number)
      number = nextSpellings[Int(number)]
    }
  }

  /// Bytes that the table takes, about.
  var size: Int {
    terms.size + spellings.size + termCount * 4 + spellingCount * 8 + hashed.size
  }
}

/// Byte strings by number, in one block of memory.
struct ByteArena: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]

  var count: Int { ends.count - 1 }
  var size: Int { bytes.count + 4 * ends.count }

  mutating func append(_ string: UnsafeRawBufferPointer) {
    bytes += string
    ends.append(UInt32(bytes.count))
  }

  mutating func append(_ string: ArraySlice<UInt8>) {
    bytes += string
    ends.append(UInt32(bytes.count))
  }

  @inline(__always)
  func range(_ number: Int) -> Range<Int> { Int(ends[number])..<Int(ends[number + 1]) }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  @inline(__always)
  func equals(_ number: UInt32, _ string: UnsafeRawBufferPointer) -> Bool {
    let range = range(Int(number))
    let count = string.count
    guard range.count == count else { return false }
    return bytes.withUnsafeBytes { bytes in
      let start = range.lowerBound
      if count >= 8 {
        // Words of at most sixteen bytes are two loads.
        var index = 0
        while index + 8 < count {
          guard Self.word(bytes, start + index) == Self.word(string, index) else { return false }
          index += 8
        }
        return Self.word(bytes, start + count - 8) == Self.word(string, count - 8)
      }
      for index in 0..<count where bytes[start + index] != string[index] { return false }
      return true
    }
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
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
  /// A hash for tables in memory: of up to sixteen bytes, as words mostly are, by one product.
  fileprivate var shortHash: UInt64 {
    guard count <= 16 else { return hash64 }
    let (first, last) = count >= 8 ? (word(at: 0), word(at: count - 8)) : (prefix64, 0)
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: last ^ 0xC2B2_AE3D_27D4_EB4F ^ UInt64(count))
    return product.high ^ product.low
  }

  private func word(at position: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: position, as: UInt64.self)
  }

  /// The first eight bytes as an integer that sorts as they do.
  fileprivate var prefix64: UInt64 {
    if count >= 8 { return UInt64(bigEndian: loadUnaligned(as: UInt64.self)) }
    return reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - count))
  }
}

/// Numbers by 64-bit hashes, in an open-addressing table.
struct HashIndex: Sendable {
  private var slots: [(hash: UInt64, number: UInt32)] = Array(
    repeating: (0, SpellingTable.none), count: 64)
  private var count = 0

  var size: Int { slots.count * 16 }

  /// The first number under a hash that is the right one; `SpellingTable.none` if there is none.
  func find(_ hash: UInt64, isRight: (UInt32) -> Bool) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].number != SpellingTable.none {
      if slots[slot].hash == hash, isRight(slots[slot].number) { return slots[slot].number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return SpellingTable.none
  }

  mutating func insert(_ hash: UInt64, _ number: UInt32) {
    if count * 2 >= slots.count { grow() }
    put(hash, number)
    count += 1
  }

  private mutating func put(_ hash: UInt64, _ number: UInt32) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].number != SpellingTable.none { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash, number)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, SpellingTable.none), count: old.count * 2)
    for (hash, number) in old where number != SpellingTable.none { put(hash, number) }
  }
}
