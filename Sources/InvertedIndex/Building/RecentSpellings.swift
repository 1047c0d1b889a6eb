#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// For each word of the lexicon the spelling that it had last: most words of a text are found here,
/// with one look into memory.
struct RecentSpellings {
  /// Half a cache line.
  struct Entry {
    /// The first and the last eight bytes, see `Bytes`.
    fileprivate var first: UInt64
    fileprivate var last: UInt64
    /// The episode, then five bits for how many bytes there are.
    fileprivate var tag: UInt32
    /// The number in the episode.
    fileprivate(set) var number: UInt32
    fileprivate(set) var spelling: UInt32
    fileprivate(set) var term: UInt32
  }

  /// A spelling of one to sixteen bytes.
  struct Bytes {
    fileprivate let first, last: UInt64
    fileprivate let count: UInt32

    /// - Returns: `nil` for other spellings, and for those too near the end of the text.
    @inline(__always)
    init?(_ range: Range<Int>, of text: UnsafeRawBufferPointer) {
      let count = range.count
      guard count - 1 < 16, count > 0, range.lowerBound + 8 <= text.count else { return nil }
      let word = UInt64(
        littleEndian: text.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
      if count >= 8 {
        first = word
        last = UInt64(
          littleEndian: text.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self))
      } else {
        first = word & (1 << UInt64(8 * count) - 1)
        last = 0
      }
      self.count = UInt32(count)
    }
  }

  /// What the system hands out untouched takes no memory.
  private final class Memory {
    let entries: UnsafeMutablePointer<Entry>

    init(_ count: Int) {
      let memory = calloc(count, MemoryLayout<Entry>.stride)
      entries = memory!.bindMemory(to: Entry.self, capacity: count)
    }

    deinit { free(entries) }
  }

  private static let wordLimit = 1 << 19
  private static let singleLimit = 1 << 16
  private let memory: Memory
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    memory = Memory(Self.wordLimit + Self.singleLimit)
    entries = memory.entries
  }

  /// Where a word of the lexicon has its entry; `nil` if it has none.
  @inline(__always)
  func slot(of id: UInt32) -> Int? {
    let id = Int(id)
    if id < Self.wordLimit { return id }
    let single = id - SpellingTable.firstSingle
    return single >= 0 && single < Self.singleLimit ? Self.wordLimit + single : nil
  }

  /// The entry, if the word had the same spelling last; and whether that was in the same episode.
  @inline(__always)
  func entry(_ slot: Int, _ bytes: Bytes, episode: UInt32) -> (entry: Entry, isHere: Bool)? {
    let entry = entries[slot]
    guard entry.first == bytes.first, entry.last == bytes.last, entry.tag & 31 == bytes.count else {
      return nil
    }
    return (entry, entry.tag >> 5 == episode)
  }

  @inline(__always)
  func remember(
    _ slot: Int, _ bytes: Bytes, episode: UInt32, number: UInt32, spelling: UInt32, term: UInt32
  ) {
    entries[slot] = Entry(
      first: bytes.first, last: bytes.last, tag: episode << 5 | bytes.count, number: number,
      spelling: spelling, term: term)
  }

  /// Asks for the entries of some words ahead of their use.
  @inline(__always)
  func touch(_ words: UnsafeBufferPointer<WordBlock.Word>) -> UInt32 {
    var sum: UInt32 = 0
    for word in words {
      if let slot = slot(of: word.lexiconID) { sum &+= entries[slot].tag }
    }
    return sum
  }
}
