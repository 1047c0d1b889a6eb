/// The words of one episode as they follow one another, turned into the positions of each term.
struct EpisodeInversion: ~Copyable {
  /// The spelling of every word, by its number in the episode.
  private(set) var stream = ScratchList<UInt32>()
  /// The term of every spelling, by its number in the episode.
  private var terms = ScratchList<UInt32>()
  private var kinds = ScratchList<UInt8>()
  private var counts = ScratchList<UInt32>()
  /// Where the positions of each term end.
  private var ends = ScratchList<UInt32>()
  private var positions = ScratchList<UInt32>()
  private var bytes = ScratchList<UInt8>()

  /// How many words there are.
  var count: Int { stream.count }
  var spellingCount: Int { terms.count }

  mutating func removeAll() {
    stream.removeAll()
    terms.removeAll()
    kinds.removeAll()
  }

  /// Makes room for so many words.
  mutating func reserve(_ words: Int) { stream.reserve(words) }

  /// Adds a spelling, the next number being its, of a term.
  mutating func addSpelling(_ term: UInt32, isNewTerm: Bool) {
    terms.append(term)
    if isNewTerm { kinds.append(.max) }
  }

  /// Tells of a kind that a spelling has somewhere: one key, one kind, whatever comes first, the
  /// lowest.
  mutating func note(_ kind: UInt8, of spelling: UInt32) {
    let term = Int(terms.base[Int(spelling)])
    kinds.base[term] = min(kinds.base[term], kind)
  }

  /// Adds a word, for which there is room.
  @inline(__always)
  mutating func add(_ spelling: UInt32) { stream.put(spelling) }

  /// Sorts the positions by term and writes them, with the counts, to an episode.
  mutating func write(to episode: inout EncodedEpisode) {
    countSpellings()
    sort()
    encode()
    episode.spellingCounts = Array(counts.elements)
    episode.kinds = Array(kinds.elements)
    episode.postings = Array(bytes.elements)
  }

  private mutating func countSpellings() {
    counts.resize(terms.count)
    counts.base.update(repeating: 0, count: terms.count)
    for spelling in stream.elements { counts.base[Int(spelling)] += 1 }
  }

  /// Sorts by counting.
  private mutating func sort() {
    ends.resize(kinds.count)
    ends.base.update(repeating: 0, count: kinds.count)
    for spelling in 0..<terms.count {
      ends.base[Int(terms.base[spelling])] += counts.base[spelling]
    }
    var start: UInt32 = 0
    for term in 0..<kinds.count {
      let count = ends.base[term]
      ends.base[term] = start
      start += count
    }
    positions.resize(stream.count)
    for position in 0..<stream.count {
      let term = Int(terms.base[Int(stream.base[position])])
      positions.base[Int(ends.base[term])] = UInt32(truncatingIfNeeded: position)
      ends.base[term] += 1
    }
  }

  /// Writes the postings, see `EncodedEpisode`.
  private mutating func encode() {
    bytes.removeAll()
    bytes.reserve((positions.count + 2 * kinds.count) * ScratchList<UInt8>.longestVarint)
    var start = 0
    for term in 0..<kinds.count {
      let end = Int(ends.base[term])
      encode(start..<end)
      start = end
    }
  }

  @inline(__always)
  private mutating func encode(_ range: Range<Int>) {
    let start = bytes.count
    bytes.put(0)
    bytes.putVarint(range.count)
    var next: UInt32 = 0
    for index in range {
      let position = positions.base[index]
      bytes.putVarint(Int(position - next))
      next = position + 1
    }
    setLength(bytes.count - start - 1, at: start)
  }

  /// Writes the length of what follows, for which one byte was left.
  @inline(__always)
  private mutating func setLength(_ length: Int, at start: Int) {
    if length < 0x80 {
      bytes.base[start] = UInt8(truncatingIfNeeded: length)
    } else {
      setLongLength(length, at: start)
    }
  }

  private mutating func setLongLength(_ length: Int, at start: Int) {
    var varint: [UInt8] = []
    varint.appendVarint(UInt64(length))
    bytes.resize(start + varint.count + length)
    let target = bytes.base + start
    (target + varint.count).update(from: target + 1, count: length)
    for (index, byte) in varint.enumerated() { target[index] = byte }
  }
}
