import CPrefetch

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
    /// The first and the last eight bytes, see `Spelling`.
    fileprivate var first: UInt64
    fileprivate var last: UInt64
    /// The episode, then a spelling's tag.
    fileprivate var tag: UInt32
    /// The number in the episode.
    fileprivate var number: UInt32
    fileprivate(set) var spelling: UInt32
    fileprivate(set) var term: UInt32
  }

  /// A spelling of one to sixteen bytes, and its kind.
  struct Spelling {
    fileprivate let first, last: UInt64
    /// Three bits for the kind, then five for how many bytes there are.
    fileprivate let tag: UInt32

    /// - Returns: `nil` for other spellings, and for those too near the end of the text.
    @inline(__always)
    init?(_ range: Range<Int>, of text: UnsafeRawBufferPointer, kind: UInt8) {
      let count = range.count
      guard count - 1 < 16, count > 0, range.lowerBound + 8 <= text.count, kind < 8 else {
        return nil
      }
      let start = text.baseAddress! + range.lowerBound
      let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      if count >= 8 {
        first = word
        last = UInt64(
          littleEndian: start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      } else {
        first = word & (1 &<< UInt64(8 &* count) &- 1)
        last = 0
      }
      tag = UInt32(kind) << 5 | UInt32(truncatingIfNeeded: count)
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
  private static let tagBits: UInt32 = 8
  /// How many words ahead entries are asked for.
  static let distance = 12

  private var memory: Memory
  private var entries: UnsafeMutablePointer<Entry>
  /// The number of the episode, as tags have it: from 1.
  private var episode: UInt32 = 0

  init() {
    memory = Memory(Self.wordLimit + Self.singleLimit)
    entries = memory.entries
  }

  /// Starts an episode.
  mutating func begin() {
    episode += 1 << Self.tagBits
    // After sixteen million episodes numbers come again.
    if episode == 0 {
      self = RecentSpellings()
      episode = 1 << Self.tagBits
    }
  }

  /// Where a word of the lexicon has its entry; `nil` if it has none.
  @inline(__always)
  func slot(of id: UInt32) -> Int? {
    let id = Int(id)
    if id < Self.wordLimit { return id }
    let single = id - SpellingTable.firstSingle
    return single >= 0 && single < Self.singleLimit ? Self.wordLimit + single : nil
  }

  /// The number of a spelling, if the word had the same one last, and in this episode.
  @inline(__always)
  func number(_ slot: Int, _ spelling: Spelling) -> UInt32? {
    let entry = entries + slot
    let isSame =
      entry.pointee.first == spelling.first && entry.pointee.last == spelling.last
      && entry.pointee.tag == episode | spelling.tag
    return isSame ? entry.pointee.number : nil
  }

  /// The entry of a word if it had the same spelling last, whatever its kind, in any episode.
  func entry(_ slot: Int, _ spelling: Spelling) -> Entry? {
    let entry = entries[slot]
    guard entry.first == spelling.first, entry.last == spelling.last,
      entry.tag & 31 == spelling.tag & 31
    else { return nil }
    return entry
  }

  @inline(__always)
  func remember(
    _ slot: Int, _ spelling: Spelling, number: UInt32, spelling spellingNumber: UInt32,
    term: UInt32
  ) {
    entries[slot] = Entry(
      first: spelling.first, last: spelling.last, tag: episode | spelling.tag, number: number,
      spelling: spellingNumber, term: term)
  }

  /// Asks for the entry of a word ahead of its use.
  @inline(__always)
  func ask(for id: UInt32) {
    if let slot = slot(of: id) { prefetch(entries + slot) }
  }

  func ask(for words: Slice<UnsafeBufferPointer<WordBlock.Word>>) {
    for word in words { ask(for: word.lexiconID) }
  }
}
