/// The words of one episode as they follow one another, turned into the positions of each term.
struct EpisodeInversion: ~Copyable {
  /// The spelling of every word, by its number in the episode.
  private(set) var stream = ScratchList<UInt32>()
  /// The term of every spelling, by its number in the episode.
  private var terms = ScratchList<UInt32>()
  private var kinds = ScratchList<UInt8>()
  private var counts = ScratchList<UInt32>()
  /// Where the next position of each term goes.
  private var places = ScratchList<UInt32>()
  /// See `EncodedEpisode.postings`.
  private var postings = ScratchList<UInt32>()

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
    countTerms()
    sort()
    episode.spellingCounts = Array(counts.elements)
    episode.kinds = Array(kinds.elements)
    episode.postings = postingBytes()
  }

  private mutating func countSpellings() {
    counts.resize(terms.count)
    counts.base.update(repeating: 0, count: terms.count)
    for spelling in stream.elements { counts.base[Int(spelling)] += 1 }
  }

  /// Writes how often each term stands, and leaves room for its positions.
  private mutating func countTerms() {
    places.resize(kinds.count)
    places.base.update(repeating: 0, count: kinds.count)
    for spelling in 0..<terms.count {
      places.base[Int(terms.base[spelling])] += counts.base[spelling]
    }
    postings.resize(stream.count + kinds.count)
    var start: UInt32 = 0
    for term in 0..<kinds.count {
      let count = places.base[term]
      postings.base[Int(start)] = count
      places.base[term] = start + 1
      start += 1 + count
    }
  }

  /// Sorts by counting.
  private func sort() {
    for position in 0..<stream.count {
      let term = Int(terms.base[Int(stream.base[position])])
      let place = places.base[term]
      postings.base[Int(place)] = UInt32(truncatingIfNeeded: position)
      places.base[term] = place + 1
    }
  }

  private func postingBytes() -> [UInt8] {
    guard EncodedEpisode.isNarrow(words: stream.count) else {
      return Array(UnsafeRawBufferPointer(postings.elements))
    }
    return [UInt8](unsafeUninitializedCapacity: 2 * postings.count) { bytes, count in
      bytes.withMemoryRebound(to: UInt16.self) { units in
        for index in 0..<postings.count {
          units[index] = UInt16(truncatingIfNeeded: postings.base[index])
        }
      }
      count = 2 * postings.count
    }
  }
}
