import CMemory

/// For each term the spelling that it had last: most words of a text are found here, with one look
/// into memory.
struct RecentSpellings: ~Copyable {
  /// Half a cache line.
  struct Entry: BitwiseCopyable {
    /// The first and the last eight bytes, see `Spelling`.
    fileprivate var first: UInt64 = 0
    fileprivate var last: UInt64 = 0
    /// The episode in which the term stood last, then a spelling's tag.
    fileprivate var tag: UInt32 = 0
    /// The spelling's number in that episode.
    fileprivate var number: UInt32 = 0
    fileprivate(set) var spelling: UInt32 = 0
    /// The term's number in that episode.
    fileprivate(set) var localTerm: UInt32 = 0
  }

  /// A spelling and its kind. Only those of one to sixteen bytes are told apart.
  struct Spelling {
    fileprivate var (first, last): (UInt64, UInt64) = (0, 0)
    /// Three bits for the kind, then five for how many bytes there are; 0 for what is not told apart.
    fileprivate var tag: UInt32 = 0

    /// - Returns: what equals nothing for longer spellings, and for those too near the end of the text.
    @inline(__always)
    init(_ range: Range<Int>, of text: UnsafeRawBufferPointer, kind: UInt8) {
      let count = range.count
      guard count - 1 < 16, count > 0, range.lowerBound + 8 <= text.count, kind < 8 else { return }
      let start = text.baseAddress! + range.lowerBound
      let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      if count >= 8 {
        first = word
        last = UInt64(
          littleEndian: start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      } else {
        first = word & (1 &<< UInt64(8 &* count) &- 1)
      }
      tag = UInt32(kind) << 5 | UInt32(truncatingIfNeeded: count)
    }
  }

  private static let tagBits: UInt32 = 8
  private static let lengthMask: UInt32 = 0x1F

  private var entries = ScratchList<Entry>()
  /// The number of the episode, as tags have it: from 1.
  private var episode: UInt32 = 0

  var termCount: Int { entries.count }

  /// Starts an episode.
  mutating func begin() {
    episode &+= 1 << Self.tagBits
    guard episode == 0 else { return }
    // After sixteen million episodes numbers come again.
    for index in 0..<entries.count { entries.base[index] = Entry() }
    episode = 1 << Self.tagBits
  }

  /// Adds a term, the next number being its.
  mutating func addTerm() { entries.append(Entry()) }

  /// The number of a spelling, if its term had the same one last, and in this episode.
  @inline(__always)
  func number(_ term: UInt32, _ spelling: Spelling) -> UInt32? {
    let entry = entries.base + Int(term)
    let isSame =
      entry.pointee.first == spelling.first && entry.pointee.last == spelling.last
      && entry.pointee.tag == episode | spelling.tag && spelling.tag != 0
    return isSame ? entry.pointee.number : nil
  }

  /// The spelling that a term had last, if it is this one, whatever its kind, in any episode.
  func spelling(_ term: UInt32, _ spelling: Spelling) -> UInt32? {
    let entry = entries.base[Int(term)]
    let isSame =
      entry.first == spelling.first && entry.last == spelling.last
      && (entry.tag ^ spelling.tag) & Self.lengthMask == 0 && spelling.tag != 0
    return isSame ? entry.spelling : nil
  }

  /// The number of a term in this episode; `nil` if it did not stand there yet.
  func localTerm(_ term: UInt32) -> UInt32? {
    let entry = entries.base[Int(term)]
    return entry.tag >> Self.tagBits == episode >> Self.tagBits ? entry.localTerm : nil
  }

  func remember(
    _ term: UInt32, _ spelling: Spelling, number: UInt32, spelling spellingNumber: UInt32,
    localTerm: UInt32
  ) {
    entries.base[Int(term)] = Entry(
      first: spelling.first, last: spelling.last, tag: episode | spelling.tag, number: number,
      spelling: spellingNumber, localTerm: localTerm)
  }

  /// Asks for the entry of a term ahead of its use.
  @inline(__always)
  func ask(for term: UInt32) { prefetch(entries.base + Int(term)) }
}
