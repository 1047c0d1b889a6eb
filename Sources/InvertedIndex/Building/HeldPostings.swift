import CPrefetch

/// The postings of a run's episodes as their encoders laid them out, which are sorted by term when
/// the run is written: an episode costs a copy, a posting one look into memory in the end.
struct HeldPostings {
  /// The terms of an episode, and in the same order their postings, see `EncodedEpisode`.
  private struct Episode {
    let terms: [UInt32]
    let bytes: UnsafeRawPointer
  }

  /// Where the postings of a term in an episode are.
  struct Reference {
    let episode: UInt32
    /// A byte of the episode's postings.
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

  /// Adds the next episode.
  mutating func add(_ terms: [UInt32], _ postings: [UInt8]) {
    episodes.append(Episode(terms: terms, bytes: postings.withUnsafeBytes { pool.copy($0) }))
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
  /// - Parameter starts: for each term where its references begin; afterwards, where they end.
  /// - Complexity: O(postings).
  func sort(_ starts: inout [Int]) -> [Reference] {
    [Reference](unsafeUninitializedCapacity: count) { references, initialized in
      starts.withUnsafeMutableBufferPointer { places in
        for (number, episode) in episodes.enumerated() {
          var start = 0
          for term in episode.terms {
            let place = places[Int(term)]
            references[place] = Reference(episode: UInt32(number), start: UInt32(start))
            places[Int(term)] = place + 1
            start = Self.end(of: start, in: episode.bytes)
          }
        }
      }
      initialized = count
    }
  }

  @inline(__always)
  private static func end(of start: Int, in bytes: UnsafeRawPointer) -> Int {
    var cursor = TrustedVarints(bytes + start)
    let length = Int(cursor.next())
    return cursor.address - bytes + length
  }

  /// How many references ahead memory is asked for.
  private static let distance = 8

  /// Appends the postings of one term, in order of episodes.
  func encode(
    _ references: ArraySlice<Reference>, _ encoder: inout PostingsEncoder,
    into bytes: inout [UInt8]
  ) throws(IndexError) {
    for index in references.indices {
      let ahead = index + Self.distance
      if ahead < references.endIndex { prefetch(address(references[ahead])) }
      var postings = TrustedVarints(address(references[index]))
      _ = postings.next()
      try encoder.add(episode: references[index].episode, &postings)
    }
    encoder.finish(into: &bytes)
  }

  @inline(__always)
  private func address(_ reference: Reference) -> UnsafeRawPointer {
    episodes[Int(reference.episode)].bytes + Int(reference.start)
  }
}
