import CMemory

/// The postings of a run's episodes as their encoders laid them out, which are sorted by term when
/// the run is written: an episode costs a copy, a posting one look into memory in the end.
struct HeldPostings {
  /// The terms of an episode, and in the same order their postings, see `EncodedEpisode`.
  private struct Episode {
    let terms: [UInt32]
    let postings: UnsafeRawPointer
    let isNarrow: Bool
  }

  /// Where the postings of a term in an episode are.
  struct Reference {
    let episode: UInt32
    /// A number among the episode's postings.
    let start: UInt32
  }

  private let pool = BytePool()
  private var episodes: [Episode] = []
  private var count = 0

  /// Bytes in memory, about, with those that sorting takes.
  var size: Int {
    pool.size + count * (MemoryLayout<UInt32>.stride + MemoryLayout<Reference>.stride)
      + episodes.count * MemoryLayout<Episode>.stride
  }

  /// Adds the next episode, which has so many words.
  mutating func add(_ terms: [UInt32], _ postings: [UInt8], words: Int) {
    episodes.append(
      Episode(
        terms: terms, postings: postings.withUnsafeBytes { pool.copy($0) },
        isNarrow: EncodedEpisode.isNarrow(words: words)))
    count += terms.count
  }

  /// How many episodes each of the first `termCount` terms stands in.
  func counts(of termCount: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: termCount)
    counts.withUnsafeMutableBufferPointer { counts in
      for episode in episodes {
        for term in episode.terms { counts[Int(term)] += 1 }
      }
    }
    return counts
  }

  /// Sorts by term.
  ///
  /// - Parameter places: for each term where its references begin; afterwards, where they end.
  /// - Complexity: O(postings).
  func sort(_ places: inout [Int]) -> [Reference] {
    [Reference](unsafeUninitializedCapacity: count) { references, initialized in
      places.withUnsafeMutableBufferPointer { places in
        for (number, episode) in episodes.enumerated() {
          if episode.isNarrow {
            Self.sort(number, episode, UInt16.self, &places, &references)
          } else {
            Self.sort(number, episode, UInt32.self, &places, &references)
          }
        }
      }
      initialized = count
    }
  }

  @inline(__always)
  private static func sort<Number: FixedWidthInteger>(
    _ number: Int, _ episode: Episode, _ type: Number.Type,
    _ places: inout UnsafeMutableBufferPointer<Int>,
    _ references: inout UnsafeMutableBufferPointer<Reference>
  ) {
    let postings = episode.postings.assumingMemoryBound(to: Number.self)
    var start = 0
    for term in episode.terms {
      let place = places[Int(term)]
      references[place] = Reference(episode: UInt32(number), start: UInt32(start))
      places[Int(term)] = place + 1
      start += 1 + Int(postings[start])
    }
  }

  /// How many references ahead memory is asked for.
  private static let distance = 8

  /// Encodes the postings of one term, in order of episodes.
  func encode(
    _ references: ArraySlice<Reference>, _ encoder: inout PostingsEncoder
  ) throws(IndexError) {
    for index in references.indices {
      let ahead = index + Self.distance
      if ahead < references.endIndex { ask(for: references[ahead]) }
      let reference = references[index]
      let episode = episodes[Int(reference.episode)]
      if episode.isNarrow {
        try encoder.add(
          episode: reference.episode,
          episode.postings.assumingMemoryBound(to: UInt16.self) + Int(reference.start))
      } else {
        try encoder.add(
          episode: reference.episode,
          episode.postings.assumingMemoryBound(to: UInt32.self) + Int(reference.start))
      }
    }
  }

  @inline(__always)
  private func ask(for reference: Reference) {
    let episode = episodes[Int(reference.episode)]
    prefetch(episode.postings + Int(reference.start) * (episode.isNarrow ? 2 : 4))
  }
}
